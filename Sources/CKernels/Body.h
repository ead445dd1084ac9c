// The kernels of one precision of one instruction set; see Set.h. Products, dense layers, convolutions and pools
// have body files of their own, included behind the others.
#include "Lanes.h"
#include "Exponential.h"
#include "Logarithm.h"
#include "ErrorFunction.h"
//
#include "Loading.h"
#include "Functions.h"
#include "Maps.h"
#include "Reductions.h"
#include "Rows.h"
#include "LossBody.h"
#include "Optimizers.h"
#include "TileBody.h"
#include "PackingBody.h"
#include "ProductBody.h"
#include "DenseBody.h"
#include "ConvolutionBody.h"
#include "PoolBody.h"

static const nnb_limits NAME(limits) = {.lanes = LANES, .rows = NNB_ROWS, .panel = NNB_PANEL, .small = NAME(small),
    .block_rows = NNB_BLOCK_ROWS, .chunk = NNB_CHUNK, .worth_threads = NNB_WORTH_THREADS,
    .packed_panel = NNB_PACKED_PANEL, .packed_rows = NNB_PACKED_ROWS, .packed_columns = NNB_PACKED_COLUMNS,
    .packed_step = NNB_PACKED_STEP / sizeof(R), .packed_multiple = NNB_PACKED_MULTIPLE / sizeof(R)};

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
#include "ProductBody.h"
#include "DenseBody.h"
#include "ConvolutionBody.h"
#include "PoolBody.h"

#include <libxml/xmlversion.h>
// Its converters need the headers of ICU, which Swift has in another version; nothing of them is used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>

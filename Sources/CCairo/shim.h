#pragma once
#include <cairo.h>
#include <cairo-ft.h>
#include FT_FREETYPE_H

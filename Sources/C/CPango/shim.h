#pragma once
// GLib and cairo declarations must come from one module each, or the strict import checks see copies.
#pragma clang module import CGLib
#pragma clang module import CCairo
#include <pango/pangocairo.h>

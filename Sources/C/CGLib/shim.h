#pragma once
#include <glib-object.h>
#include <gio/gio.h>

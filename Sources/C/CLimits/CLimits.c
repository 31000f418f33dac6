#include "CLimits.h"

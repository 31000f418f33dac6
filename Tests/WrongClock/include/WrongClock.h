#pragma once
// Nothing: the library is loaded and acts by itself.

#pragma once
// Declarations only: the module links nothing. The programs get SQLite through GRDB, the loadable
// extension takes its functions from the table that SQLite hands to it.
#include <sqlite3.h>
// Keeps sqlite3ext.h from renaming the functions to entries of a table that is not here.
#define SQLITE_CORE 1
#include <sqlite3ext.h>

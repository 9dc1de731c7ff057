#pragma once
// Debian builds libxml2 with ICU; its headers would then include ICU's, whose types clash with
// the ICU inside Foundation. Nothing here uses that part.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

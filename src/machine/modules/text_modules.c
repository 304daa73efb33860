/* The modules about texts that people write, as command lines and tables:
 * modules/python/<name>.py. */
#include "pure.h"

PURE(argparse_module, "argparse", "Command lines.", "ngettext");
PURE_PART(argparse_actions_module, "argparse._actions");
PURE_PART(argparse_help_module, "argparse._help");
PURE_PART(argparse_parse_module, "argparse._parse");
PURE(cmd_module, "cmd", "Programs that are told what to do.", "types");
PURE(locale_module, "locale", "How numbers and words are written elsewhere.",
     "ABDAY_1 CODESET D_FMT RADIXCHAR THOUSEP bindtextdomain dcgettext gettext locale_alias "
     "nl_langinfo "
     "resetlocale textdomain windows_locale");
PURE_PART(startup_module, "_startup");
PURE(csv_module, "csv", "Tables as text.", NULL);
PURE_OF_C(csv_core_module, "_csv", "Tables as text.", NULL);
PURE(difflib_module, "difflib", "What makes two texts differ.", "HtmlDiff");
PURE_PART(difflib_matcher_module, "difflib._matcher");
PURE(ast_module, "ast", "Programs as trees.",
     "AugLoad AugStore Bytes Ellipsis ExtSlice Index NameConstant Num Param "
     "PyCF_ALLOW_TOP_LEVEL_AWAIT PyCF_ONLY_AST PyCF_OPTIMIZED_AST PyCF_TYPE_COMMENTS Str Suite "
     "main slice");
PURE_PART(ast_nodes_module, "ast._nodes");
PURE_PART(ast_unparse_module, "ast._unparse");
PURE(codecs_module, "codecs", "Encodings.",
     "BOM32_BE BOM32_LE BOM64_BE BOM64_LE BufferedIncrementalDecoder BufferedIncrementalEncoder "
     "Codec CodecInfo EncodedFile IncrementalDecoder IncrementalEncoder StreamReader "
     "StreamReaderWriter StreamRecoder StreamWriter ascii_decode ascii_encode "
     "backslashreplace_errors charmap_build charmap_decode charmap_encode escape_decode "
     "escape_encode getdecoder getencoder getincrementaldecoder getincrementalencoder getreader "
     "getwriter iterdecode iterencode latin_1_decode latin_1_encode lookup_error "
     "make_encoding_map make_identity_dict namereplace_errors raw_unicode_escape_decode "
     "raw_unicode_escape_encode readbuffer_encode register register_error replace_errors "
     "unicode_escape_decode unicode_escape_encode unregister utf_16_be_decode utf_16_be_encode "
     "utf_16_decode utf_16_encode utf_16_ex_decode utf_16_le_decode utf_16_le_encode "
     "utf_32_be_decode utf_32_be_encode utf_32_decode utf_32_encode utf_32_ex_decode "
     "utf_32_le_decode utf_32_le_encode utf_7_decode utf_7_encode utf_8_decode utf_8_encode "
     "xmlcharrefreplace_errors");
PURE_PACKAGE(html_module, "html", "Text in HTML.", NULL);
PURE(html_entities_module, "html.entities", "Names of characters.", "html5");
PURE(html_parser_module, "html.parser", "HTML taken apart.", NULL);
PURE(tomllib_module, "tomllib", "TOML read.", NULL);
PURE(gettext_module, "gettext", "Messages in other languages.",
     "Catalog GNUTranslations c2py os re sys");
PURE(linecache_module, "linecache", "Lines of files.", "cache lazycache updatecache");
PURE(reprlib_module, "reprlib", "Short texts of large objects.", NULL);
PURE_PACKAGE(urllib_module, "urllib", NULL, "error request response robotparser");
PURE(urllib_parse_module, "urllib.parse", "Addresses.",
     "DefragResultBytes ParseResultBytes ResultBase SplitResultBytes clear_cache "
     "non_hierarchical splitattr splithost splitnport splitpasswd splitport splitquery splittag "
     "splittype splituser splitvalue to_bytes unwrap uses_fragment uses_query");
PURE(uuid_module, "uuid", "Identifiers of 128 bits.", "main");
PURE(configparser_module, "configparser", "Settings in sections.",
     "LegacyInterpolation MultilineContinuationError SafeConfigParser UNNAMED_SECTION "
     "UnnamedSectionDisabledError");
PURE(getopt_module, "getopt", "Options of a command line.",
     "do_longs do_shorts long_has_args short_has_arg");
PURE(hmac_module, "hmac", "Digests with a key.", "trans_36 trans_5C");
PURE(ipaddress_module, "ipaddress", "Addresses of the internet.",
     "IPv4Interface IPv6Interface collapse_addresses get_mixed_type_key ip_interface "
     "summarize_address_range v4_int_to_packed v6_int_to_packed");
PURE(shlex_module, "shlex", "Words of a command line.", NULL);
PURE_OF_C(
    zlib_module, "zlib", "Checksums.",
    "DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIB_RUNTIME_VERSION ZLIB_VERSION "
    "Z_BEST_COMPRESSION Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED "
    "Z_FINISH Z_FIXED Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH "
    "Z_RLE Z_SYNC_FLUSH Z_TREES compressobj decompressobj");

/* The modules about texts that people write, as command lines and tables: modules/python/<name>.py. */
#include "pure.h"

PURE(argparse_module, "argparse", "Command lines.", "ngettext");
PURE_PART(argparse_actions_module, "argparse._actions");
PURE_PART(argparse_help_module, "argparse._help");
PURE_PART(argparse_parse_module, "argparse._parse");
PURE(csv_module, "csv", "Tables as text.", "Sniffer StringIO");
PURE(csv_core_module, "_csv", "Tables as text.", NULL);
PURE(difflib_module, "difflib", "What makes two texts differ.", "HtmlDiff");
PURE_PART(difflib_matcher_module, "difflib._matcher");
PURE(ast_module, "ast", "Programs as trees; of them, literals.",
     "AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute "
     "AugAssign AugLoad AugStore Await BinOp BitAnd BitOr BitXor BoolOp Break Bytes Call "
     "ClassDef Compare Constant Continue Del Delete Dict DictComp Div Ellipsis Eq ExceptHandler "
     "Expr Expression ExtSlice FloorDiv For FormattedValue FunctionDef FunctionType GeneratorExp "
     "Global Gt GtE If IfExp Import ImportFrom In Index Interactive Invert Is IsNot JoinedStr "
     "LShift Lambda List ListComp Load Lt LtE MatMult Match MatchAs MatchClass MatchMapping "
     "MatchOr MatchSequence MatchSingleton MatchStar MatchValue Mod Module Mult Name "
     "NameConstant NamedExpr NodeTransformer NodeVisitor Nonlocal Not NotEq NotIn Num Or Param "
     "ParamSpec Pass Pow PyCF_ALLOW_TOP_LEVEL_AWAIT PyCF_ONLY_AST PyCF_OPTIMIZED_AST "
     "PyCF_TYPE_COMMENTS RShift Raise Return Set SetComp Slice Starred Store Str Sub Subscript "
     "Suite Try TryStar Tuple TypeAlias TypeIgnore TypeVar TypeVarTuple UAdd USub UnaryOp While "
     "With Yield YieldFrom alias arg arguments boolop cmpop comprehension copy_location dump "
     "excepthandler expr expr_context fix_missing_locations get_docstring get_source_segment "
     "increment_lineno iter_child_nodes iter_fields keyword main match_case mod operator parse "
     "pattern slice stmt type_ignore type_param unaryop unparse walk withitem");
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
PURE_PACKAGE(html_module, "html", "Text in HTML.", "parser");
PURE(html_entities_module, "html.entities", "Names of characters.", "html5");
PURE(linecache_module, "linecache", "Lines of files.", "cache lazycache updatecache");
PURE(reprlib_module, "reprlib", "Short texts of large objects.", NULL);
PURE_PACKAGE(urllib_module, "urllib", NULL, "error request response robotparser");
PURE(urllib_parse_module, "urllib.parse", "Addresses.",
     "DefragResultBytes ParseResultBytes ResultBase SplitResultBytes clear_cache "
     "non_hierarchical splitattr splithost splitnport splitpasswd splitport splitquery splittag "
     "splittype splituser splitvalue to_bytes unwrap uses_fragment uses_query");
PURE(uuid_module, "uuid", "Identifiers of 128 bits.",
     "main");
PURE(configparser_module, "configparser", "Settings in sections.",
     "LegacyInterpolation MultilineContinuationError SafeConfigParser UNNAMED_SECTION "
     "UnnamedSectionDisabledError");

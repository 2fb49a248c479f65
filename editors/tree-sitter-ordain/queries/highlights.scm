(comment) @comment
(quotation) @string
(date) @number
(number) @number
(label) @label
(bracket) @label
(kind) @keyword
(declaration name: (name) @type)

((word) @keyword.operator
  (#any-of? @keyword.operator "must" "may" "shall" "should" "will" "not"))

(continued opener: (word) @keyword
  (#any-of? @keyword
    "by" "before" "until" "through" "within" "no" "not" "at" "every" "if" "unless" "when" "upon" "except" "despite" "for"
    "covering" "containing" "with" "on" "source" "quote" "note" "judgment" "alias" "members" "member" "entered" "signed"
    "served" "filed" "effective" "expires" "court" "number" "zone" "rules" "calendar" "category" "includes" "columns"
    "text" "title" "successor" "reading" "about" "under" "topic" "manner" "as" "denied" "admitted" "rejected" "recognised"
    "in" "to" "continuing" "promptly" "starting" "service" "lead" "case" "absent" "provided" "without"))

(expectation
  (word) @constant.builtin
  (#any-of? @constant.builtin
    "breached" "undetermined" "late" "pending" "waiting" "stayed" "lifted" "met" "kept" "available" "used" "expired"))

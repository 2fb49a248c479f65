// Order and fact files of Ordain, as far as an editor colors and folds them: statements, their lines, and what is in a
// line. What the words mean is read by Ordain itself; the language server says it.
//
// A statement begins at the margin, and deeper lines continue it. The end of a line and the spaces before the next
// one are one token, so that one look ahead decides whether a line continues.

module.exports = grammar({
  name: "ordain",

  // The spaces inside a line. Those at its head are part of `_continues`.
  extras: (_) => [/[ \t\u00A0\u202F]/],

  word: ($) => $.word,

  rules: {
    source_file: ($) =>
      seq(optional($._byte_order_mark), optional($._line), repeat(seq($._line_end, optional($._line)))),

    _byte_order_mark: (_) => "\uFEFF",

    _line: ($) => choice($.comment, $._statement, $.continued),

    _statement: ($) => choice($.declaration, $.expectation, $.paragraph, $.fact),

    // After its name a mark comes first: a word would be one more of the name.
    declaration: ($) =>
      prec.right(
        seq(
          field("kind", $.kind),
          optional(field("name", $.name)),
          optional(seq($._other_piece, repeat($._piece))),
          repeat($.continued),
        ),
      ),

    kind: (_) =>
      choice(
        "matter",
        "party",
        "nonparty",
        "role",
        "record",
        "document",
        "event",
        "hearing",
        "motion",
        "order",
        "rule",
        "stipulation",
        "notice",
        "verb",
        "table",
      ),

    // The words up to the first mark: `Mountain View Records`.
    name: ($) => prec.right(repeat1($.word)),

    expectation: ($) => prec.right(seq(alias("expect", $.kind), repeat($._piece), repeat($.continued))),

    paragraph: ($) => prec.right(seq(field("label", $.label), repeat($._piece), repeat($.continued))),

    fact: ($) =>
      prec.right(
        seq(
          choice($.word, $.bracket, $.date, $.number, $.quotation, $.mark),
          repeat($._piece),
          repeat($.continued),
        ),
      ),

    // A deeper line, and the empty lines above it.
    continued: ($) =>
      prec.right(
        seq($._continues, optional(seq(choice(field("opener", $.word), $._other_piece), repeat($._piece)))),
      ),

    _piece: ($) => choice($.word, $._other_piece),

    // Inside a line the words of declarations are words.
    _other_piece: ($) =>
      choice(
        $.quotation,
        $.label,
        $.date,
        $.number,
        $.bracket,
        $.mark,
        $.comment,
        alias($._word_of_declaration, $.word),
      ),

    _word_of_declaration: ($) => choice($.kind, "expect"),

    comment: (_) => token(prec(2, choice(/--([ \t][^\r\n]*)?/, /#([ \t]*[^0-9 \t\r\n][^\r\n]*)?/))),

    // The marks are part of it. Lines may end inside.
    quotation: (_) => token(prec(2, choice(/"[^"]*"/, /“[^”]*”/))),

    label: (_) => token(prec(2, /[¶§]{1,2}[ \t\u00A0]*[0-9A-Za-z][0-9A-Za-z.()–-]*/)),

    date: (_) =>
      token(
        prec(
          2,
          choice(
            /(January|February|March|April|May|June|July|August|September|October|November|December)[ \t]+[0-9]{1,2},[ \t]+[0-9]{4}/,
            /[0-9]{4}-[0-9]{2}-[0-9]{2}/,
          ),
        ),
      ),

    number: (_) => token(prec(1, /\$?[0-9]+(,[0-9]{3})*(\.[0-9]+)?%?/)),

    bracket: (_) => token(prec(1, /\[[^\]\r\n]*\]/)),

    mark: (_) => token(/[,;:()\[\]¶§“”"]/),

    word: (_) => token(/[^\s,;:()\[\]¶§“”"\uFEFF]+/),

    _line_end: (_) => token(/\r?\n|\r/),

    _continues: (_) => token(/((\r?\n|\r)[ \t\u00A0]*)*(\r?\n|\r)[ \t\u00A0]+/),
  },
});

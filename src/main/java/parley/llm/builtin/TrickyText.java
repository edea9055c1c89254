package parley.llm.builtin;

import java.util.List;

/// Text that breaks careless encoders: of event streams, JSON, HTML, terminals and Unicode.
final class TrickyText {
    static final List<String> TOKENS =
            List.of(
                    " leading",
                    "  spaces",
                    "\n",
                    "data: forged",
                    "\n\n",
                    "data:",
                    "\r\n",
                    "event: error",
                    "\r",
                    "id: 7\nretry: 1\n: comment\n",
                    "[DONE]",
                    "\n\ndata: [DONE]\n\n",
                    "{\"delta\": \"x\"}",
                    "\"quote\" and \\backslash\\ and \\u0041",
                    "<script>alert(1)</script>",
                    "&amp; </p>",
                    "![image](https://example.invalid/x.png)",
                    "\ttab",
                    "👩‍👩‍👧‍👦",
                    "👍🏽",
                    "🏳️‍🌈",
                    "🇩🇪🇫🇷",
                    "e\u0301",
                    "q\u0323\u0307",
                    "\u2028",
                    "\u2029",
                    "\u0085",
                    "\ufeff",
                    "\u202eright to left\u202c",
                    "नमस्ते",
                    "שלום",
                    "漢字かな",
                    "𝒳𠜎",
                    "\ufffd",
                    "\u001b[31mred\u001b[0m",
                    "\n```\n",
                    " the end",
                    " \n");

    private TrickyText() {}
}

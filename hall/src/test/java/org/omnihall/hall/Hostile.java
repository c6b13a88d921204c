package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

/** What people type who mean no good, and how an answer to it must be. */
public final class Hostile {

    /** Closes a quote of SQL, an attribute and a tag, and runs a script if it can. */
    public static final String SQL_AND_HTML =
            "x'\";drop table party.staff;--\"><script>alert(1)</script><img src=x onerror=alert(2)>";

    /** Each field takes these alone. */
    public static final List<String> ALONE = List.of(SQL_AND_HTML, "a\u0000b");

    /** All fields of a form take these together. */
    public static final List<String> TOGETHER = List.of(
            "9".repeat(10_000),
            "-1",
            "99999999999999999999",
            "${7*7}#{7*7}{{7*7}}%n%s%00",
            "../../../etc/passwd",
            "' or '1'='1",
            "\u202e\ud83d\ude00\r\nSet-Cookie: a=b");

    /** Parts of paths, already encoded. */
    public static final List<String> SEGMENTS = List.of(
            "%27%20or%201=1--",
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "-1",
            "99999999999999999999",
            "a%00b",
            "..%2f..%2fetc",
            "A".repeat(3_000));

    private Hostile() {}

    /** No fault of ours, nothing run, nothing told about the inside, and no header of theirs. */
    public static void answered(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.body()).as(what).doesNotContain("org.omnihall.", "org.postgresql", "SQLState");
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.body()).as(what).doesNotContain("<script>alert(1)", "<img src=x");
        }
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .as(what)
                .doesNotStartWith("a=b");
    }
}

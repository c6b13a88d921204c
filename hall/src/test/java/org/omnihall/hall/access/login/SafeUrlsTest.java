package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeUrlsTest {

    private static final List<String> HOSTS = List.of("www.10086.cn", ".hangzhou.gov.cn");

    @Test
    void letsListedHostsAndTheirSubDomainsPass() {
        assertThat(SafeUrls.among("https://www.10086.cn/wifi?a=1", HOSTS)).isPresent();
        assertThat(SafeUrls.among("http://WWW.10086.CN/", HOSTS)).isPresent();
        assertThat(SafeUrls.among("https://map.hangzhou.gov.cn/", HOSTS)).isPresent();
        assertThat(SafeUrls.among("https://hangzhou.gov.cn/", HOSTS)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://www.10086.cn.evil.example/",
                "https://evil.example/?https://www.10086.cn/",
                "https://evilhangzhou.gov.cn/",
                "https://10086.cn/",
                "//www.10086.cn/",
                "/\\evil.example",
                "https:/\\www.10086.cn",
                "https://www.10086.cn@evil.example/",
                "https://user@www.10086.cn/",
                "https://evil.example\\@www.10086.cn/",
                "javascript:alert(1)",
                "JaVaScRiPt://www.10086.cn/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "https://www.10086.cn/\r\nSet-Cookie: a=b",
                " https://www.10086.cn/",
                "https://www.10086.cn/\"><script>",
                "ftp://www.10086.cn/",
                "https:www.10086.cn",
                "https://",
                ""
            })
    void stopsEverythingElse(String url) {
        assertThat(SafeUrls.among(url, HOSTS)).isEmpty();
    }

    @Test
    void stopsWhatIsTooLong() {
        String start = "https://www.10086.cn/";
        assertThat(SafeUrls.among(start + "a".repeat(2048 - start.length()), HOSTS))
                .isPresent();
        assertThat(SafeUrls.among(start + "a".repeat(2049 - start.length()), HOSTS))
                .isEmpty();
    }
}

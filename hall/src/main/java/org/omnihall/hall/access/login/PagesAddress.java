package org.omnihall.hall.access.login;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.omnihall.hall.access.attempt.Handle;
import org.omnihall.hall.node.WebOrigins;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Where phones reach the login pages: always under TLS (rule 4). */
@Component
class PagesAddress {

    private final WebOrigins origins;

    PagesAddress(WebOrigins origins) {
        this.origins = origins;
    }

    /** The landing hop under TLS, for who comes without a redirect and brings what it would tell. */
    URI landing(Map<String, String> query) {
        UriComponentsBuilder to = UriComponentsBuilder.fromUri(origins.pages()).path("/landing");
        query.forEach((name, value) -> to.queryParam(encoded(name), encoded(value)));
        return to.build(true).toUri();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    String of(Handle handle) {
        return origins.pages() + "/l/" + handle.text();
    }
}

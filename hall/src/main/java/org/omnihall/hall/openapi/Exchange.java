package org.omnihall.hall.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.tmf.Problem;
import org.springframework.web.servlet.function.ServerRequest;

/** One request to an interface, with what the answers need of it. */
public record Exchange(ServerRequest request, ApiClient client) {

    private static final int LARGEST_BODY = 1 << 20;

    public String method() {
        return request.method().name();
    }

    /** The path as it was sent, without a closing slash. */
    public String path() {
        String path = request.path();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.headers().firstHeader(name));
    }

    Map<String, List<String>> parameters() {
        return new LinkedHashMap<>(request.params());
    }

    /** This list without its page: what links to other pages begin with. */
    String address() {
        String query = Optional.ofNullable(raw().getQueryString()).orElse("");
        String kept = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.matches("(offset|limit)(=.*)?"))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? path() : path() + "?" + kept;
    }

    /**
     * The body as text.
     *
     * @throws Problem {@code TOO_LARGE} beyond 1 MiB, {@code INVALID_BODY} where it is no UTF-8
     */
    public String body() {
        try {
            byte[] octets = raw().getInputStream().readNBytes(LARGEST_BODY + 1);
            if (octets.length > LARGEST_BODY) {
                throw new Problem(Problem.Code.TOO_LARGE, "A body has at most " + LARGEST_BODY + " octets");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Problem(Problem.Code.INVALID_BODY, "The body is not UTF-8");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The media type of the body, which must be there. */
    public String mediaType() {
        return header("Content-Type")
                .orElseThrow(() -> new Problem(Problem.Code.MEDIA_TYPE, "The body needs a Content-Type"));
    }

    /** @throws Problem {@code MEDIA_TYPE} where the body is not application/json */
    public void requireJson() {
        if (!mediaType().split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Problem(Problem.Code.MEDIA_TYPE, "The body is application/json");
        }
    }

    private HttpServletRequest raw() {
        return request.servletRequest();
    }
}

package org.omnihall.tmf;

import java.util.Arrays;

/**
 * A strong entity tag (RFC 9110 section 8.8.3) made of a row's version, so that it is the same on every node and however much of the resource
 * is shown.
 */
public record EntityTag(long version) {

    /** The value of the {@code ETag} header. */
    public String header() {
        return "\"" + version + "\"";
    }

    /**
     * Compares with a request's {@code If-Match} header, strongly: a weak tag never matches.
     *
     * @throws Problem {@code CHANGED_MEANWHILE} where the client has seen another version
     */
    public void require(String ifMatch) {
        boolean seen = ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(header()::equals);
        if (!seen) {
            throw new Problem(
                    Problem.Code.CHANGED_MEANWHILE,
                    "Read the resource again: it is at version " + header() + " by now");
        }
    }
}

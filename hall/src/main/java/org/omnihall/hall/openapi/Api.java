package org.omnihall.hall.openapi;

/**
 * One TM Forum interface.
 *
 * @param name as in its definition, such as {@code productOrderingManagement}
 * @param version such as {@code v4}
 */
public record Api(String name, String version) {

    /** All interfaces lie below this path. */
    public static final String ROOT = "/tmf-api/";

    /** Where its resources and its hub lie. */
    public String path() {
        return ROOT + name + "/" + version;
    }
}

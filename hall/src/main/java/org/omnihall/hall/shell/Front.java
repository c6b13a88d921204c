package org.omnihall.hall.shell;

/**
 * A part of the hall with a start page of its own, to which an error below it leads back.
 *
 * @param path such as {@code /enterprise}
 */
public record Front(String path) {

    boolean holds(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}

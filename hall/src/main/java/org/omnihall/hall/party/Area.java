package org.omnihall.hall.party;

/**
 * A part of the operator's territory.
 *
 * @param path the codes from the root down, such as {@code /zj/hz/}; {@code /} is the whole operator
 * @param name what people call it
 */
public record Area(long id, String path, String name) {

    /** How many codes the path has: 0 for the whole operator. */
    public int depth() {
        return (int) path.chars().filter(c -> c == '/').count() - 1;
    }

    /** The path of the Area around it; the root is its own. */
    public String parentPath() {
        return depth() == 0 ? path : path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    /** The last code of the path, empty for the root. */
    public String code() {
        return path.substring(parentPath().length()).replace("/", "");
    }
}

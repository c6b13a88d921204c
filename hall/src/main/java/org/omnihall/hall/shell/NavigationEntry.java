package org.omnihall.hall.shell;

/**
 * One line of the side bar. A module offers its screens by beans of this type.
 *
 * @param path where it leads, such as {@code /areas}
 * @param wordKey its text, such as {@code party.areas.title}
 * @param icon a name in {@code tools/vendor.sh}, such as {@code map-2}
 * @param right who does not hold it does not see the line
 * @param order place in its group, small first
 */
public record NavigationEntry(String path, String wordKey, String icon, Right right, Group group, int order) {

    /** The groups of the side bar, in their order. Their texts are {@code shell.group.NAME}. */
    public enum Group {
        OVERVIEW,
        NETWORK,
        PEOPLE,
        CUSTOMERS,
        CHANNELS,
        PRODUCTS,
        MESSAGES,
        ADMINISTRATION
    }

    /** Whether the page at this path belongs to the line. */
    public boolean leadsTo(String current) {
        return current.equals(path) || current.startsWith(path + "/");
    }
}

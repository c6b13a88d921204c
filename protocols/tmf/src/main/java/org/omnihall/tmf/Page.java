package org.omnihall.tmf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The status line and headers of a list's answer: 200 for all there is or for a list that was not asked for page by page, 206 for a part,
 * 416 beyond the last row.
 *
 * @param headers by their names, in order
 */
public record Page(int status, Map<String, String> headers) {

    public Page {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * @param total rows that match
     * @param returned rows in the answer
     * @param address of the list with its other parameters but without offset and limit, such as {@code /product?status=active}
     * @throws Problem {@code BEYOND_THE_LAST} where rows were asked for that are not there
     */
    public static Page of(Window window, long total, int returned, String address) {
        if (window.asked() && window.offset() > 0 && window.offset() >= total) {
            throw new Problem(
                    Problem.Code.BEYOND_THE_LAST, "The list has " + total + " rows; offset is " + window.offset());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Total-Count", Long.toString(total));
        headers.put("X-Result-Count", Integer.toString(returned));
        if (!window.asked()) {
            return new Page(200, headers);
        }
        if (returned > 0) {
            long before = window.offset();
            headers.put("Content-Range", "items " + (before + 1) + "-" + (before + returned) + "/" + total);
        }
        headers.put("Link", String.join(", ", links(window, total, address)));
        return new Page(returned < total ? 206 : 200, headers);
    }

    private static List<String> links(Window window, long total, String address) {
        int limit = window.limit();
        List<String> links = new ArrayList<>();
        links.add(link(address, window.offset(), limit, "self"));
        links.add(link(address, 0, limit, "first"));
        if (window.offset() > 0) {
            links.add(link(address, Math.max(0, window.offset() - limit), limit, "prev"));
        }
        if (window.offset() + (long) limit < total) {
            links.add(link(address, window.offset() + (long) limit, limit, "next"));
        }
        links.add(link(address, Math.max(0, (total - 1) / limit * limit), limit, "last"));
        return links;
    }

    private static String link(String address, long offset, int limit, String relation) {
        char joint = address.contains("?") ? '&' : '?';
        return "<" + address + joint + "offset=" + offset + "&limit=" + limit + ">; rel=\"" + relation + "\"";
    }
}

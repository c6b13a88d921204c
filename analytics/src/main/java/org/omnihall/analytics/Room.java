package org.omnihall.analytics;

import java.nio.file.Path;

/**
 * What an engine in this process may take.
 *
 * @param folder for its files
 * @param memory in DuckDB's words, such as {@code 2GB}; what does not fit goes to the folder
 * @param threads at work at once
 */
public record Room(Path folder, String memory, int threads) {

    public Room {
        if (!memory.matches("\\d{1,6}(MB|GB)") || threads < 1) {
            throw new IllegalArgumentException("no room: " + memory + ", " + threads + " threads");
        }
    }
}

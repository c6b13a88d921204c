package org.omnihall.hall.database;

/** What the heap has beyond what the hall needs anyhow; memories of rows share it. */
public final class SpareHeap {

    /** Beyond it nobody has customers. */
    private static final int MOST = 1 << 24;

    private static final long REST_OF_THE_HALL = 256L << 20;
    private static final int LEAST = 8;

    private SpareHeap() {}

    /**
     * How many rows may lie in memory where they get a part of it; a multiple of eight.
     *
     * @param octets of a row with its objects
     */
    public static int rows(int octets, double part) {
        return rows(octets, part, Runtime.getRuntime().maxMemory());
    }

    static int rows(int octets, double part, long heap) {
        double rows = Math.max(heap / 8.0, (double) (heap - REST_OF_THE_HALL)) * part / octets;
        return Math.clamp((long) rows / LEAST * LEAST, LEAST, MOST);
    }
}

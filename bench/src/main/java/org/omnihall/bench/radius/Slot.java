package org.omnihall.bench.radius;

/** One outstanding request and the session that it belongs to. */
final class Slot {

    private static final int MOST_CLASS = 253;

    final byte[] authenticator = new byte[Wire.AUTHENTICATOR];
    final byte[] handle = new byte[MOST_CLASS];
    int handleLength;
    long session;
    Traffic.Step step = Traffic.Step.ACCESS;
    int identifier;
    long sentAt;

    /** Class goes back as it came (RFC 2865 section 5.25). */
    void keepHandle(byte[] answer, int size) {
        int at = Wire.find(answer, size, Requests.CLASS);
        handleLength = at < 0 ? 0 : (answer[at - 1] & 0xff) - 2;
        System.arraycopy(answer, Math.max(0, at), handle, 0, handleLength);
    }
}

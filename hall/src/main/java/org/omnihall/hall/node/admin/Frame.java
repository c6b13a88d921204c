package org.omnihall.hall.node.admin;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What travels on the administration socket. The shell sends its directory, the number of arguments, the arguments (each as {@link
 * DataOutputStream#writeUTF} writes it) and then its standard input as it comes; the node answers with frames of one octet kind, four
 * octets length and the content, and ends with the exit status.
 */
enum Frame {
    /** For the shell's standard output. */
    OUT('o'),
    /** For the shell's standard error. */
    ERR('e'),
    /** The end; the length is the exit status. */
    EXIT('x');

    private static final int LIMIT = 1 << 20;

    private final int kind;

    Frame(int kind) {
        this.kind = kind;
    }

    void write(DataOutputStream to, byte[] content, int offset, int length) throws IOException {
        to.writeByte(kind);
        to.writeInt(length);
        to.write(content, offset, length);
        to.flush();
    }

    static void writeExit(DataOutputStream to, int status) throws IOException {
        to.writeByte(EXIT.kind);
        to.writeInt(status);
        to.flush();
    }

    static Frame read(DataInputStream from) throws IOException {
        int kind = from.readUnsignedByte();
        for (Frame frame : values()) {
            if (frame.kind == kind) {
                return frame;
            }
        }
        throw new IOException("not a frame: " + kind);
    }

    static byte[] content(DataInputStream from) throws IOException {
        int length = from.readInt();
        if (length < 0 || length > LIMIT) {
            throw new IOException("a frame of " + length + " octets");
        }
        return from.readNBytes(length);
    }
}

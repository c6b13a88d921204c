package org.omnihall.bench.sms;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.omnihall.octets.Octets;

/** One SMPP protocol data unit as it travels: command, status, sequence number, body (SMPP 3.4 section 3.2). */
record Pdu(int command, int status, int sequence, Octets body) {

    static final int RESPONSE = 0x8000_0000;
    static final int SUBMIT = 0x0000_0004;
    static final int DELIVER = 0x0000_0005;
    static final int UNBIND = 0x0000_0006;
    static final int BIND_TRANSCEIVER = 0x0000_0009;
    static final int ENQUIRE_LINK = 0x0000_0015;

    static final int OK = 0;
    static final int INVALID_COMMAND = 0x03;
    static final int INVALID_DESTINATION = 0x0b;
    static final int BIND_FAILED = 0x0d;
    static final int QUEUE_FULL = 0x14;
    static final int THROTTLED = 0x58;

    private static final int HEADER = 16;
    private static final int LONGEST = 65_536;

    static Pdu read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new IOException("a PDU of " + length + " octets");
        }
        int command = in.readInt();
        int status = in.readInt();
        int sequence = in.readInt();
        return new Pdu(command, status, sequence, Octets.of(in.readNBytes(length - HEADER)));
    }

    /** Written in one piece; callers take care that two never mix. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(HEADER + body.length());
        out.writeInt(command);
        out.writeInt(status);
        out.writeInt(sequence);
        out.write(body.toBytes());
        out.flush();
    }

    Pdu answer(int answerStatus, Octets answerBody) {
        return new Pdu(command | RESPONSE, answerStatus, sequence, answerBody);
    }
}

package org.omnihall.hall.messaging.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/**
 * Reads no PDU that is longer than any that SMPP 3.4 knows, nor shorter: a length is believed before the octets come, and so would be paid for in
 * memory, or end the link's thread where it is below zero.
 */
final class BoundedPdus implements PDUReader {

    /** A message_payload of 64 KiB (SMPP 3.4 section 5.3.2.32) and all else that goes with it. */
    static final int LONGEST = 68 * 1024;

    /** The header alone. */
    private static final int SHORTEST = 16;

    private final PDUReader reader = new DefaultPDUReader();

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        int length = in.readInt();
        if (length < SHORTEST || length > LONGEST) {
            throw new InvalidCommandLengthException("Command length " + length + " is too short or too long");
        }
        Command header = new Command();
        header.setCommandLength(length);
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        return reader.readPDU(in, header);
    }

    @Override
    public byte[] readPDU(DataInputStream in, int length, int command, int status, int sequence) throws IOException {
        return reader.readPDU(in, length, command, status, sequence);
    }
}

package org.omnihall.hall.messaging.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUReader;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;
import org.omnihall.octets.Octets;

/**
 * Reads no PDU that is longer than any that SMPP 3.4 knows, nor shorter: a length is believed before the octets come, and so would be paid for in
 * memory, or end the link's thread where it is below zero. What is cut off within is refused.
 */
final class BoundedPdus implements PDUReader {

    /** A message_payload of 64 KiB (SMPP 3.4 section 5.3.2.32) and all else that goes with it. */
    static final int LONGEST = 68 * 1024;

    /** The header alone. */
    private static final int SHORTEST = 16;

    /** More than any of its texts may have that stand first. */
    private static final int TOO_LONG = 80;

    private final PDUReader reader = new DefaultPDUReader();
    private final PDUDecomposer decomposer = new DefaultDecomposer();

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
        return whole(reader.readPDU(in, header), header.getCommandId());
    }

    @Override
    public byte[] readPDU(DataInputStream in, int length, int command, int status, int sequence) throws IOException {
        return whole(reader.readPDU(in, length, command, status, sequence), command);
    }

    /**
     * jSMPP reads on behind the end of what is cut off, and the thread dies that should have answered. So it gets another one of the same kind and number,
     * which it refuses.
     */
    private byte[] whole(byte[] pdu, int command) {
        return isCutOff(pdu, command) ? refusable(pdu) : pdu;
    }

    private boolean isCutOff(byte[] pdu, int command) {
        try {
            switch (command) {
                case SMPPConstant.CID_DELIVER_SM -> decomposer.deliverSm(pdu);
                case SMPPConstant.CID_DATA_SM -> decomposer.dataSm(pdu);
                case SMPPConstant.CID_ALERT_NOTIFICATION -> decomposer.alertNotification(pdu);
                default -> {}
            }
            return false;
        } catch (PDUStringException refused) {
            return false;
        } catch (IndexOutOfBoundsException | NegativeArraySizeException cut) {
            return true;
        }
    }

    private static byte[] refusable(byte[] pdu) {
        byte[] refusable = Arrays.copyOf(Arrays.copyOf(pdu, SHORTEST), SHORTEST + TOO_LONG + 1);
        Arrays.fill(refusable, SHORTEST, SHORTEST + TOO_LONG, (byte) 'x');
        Octets.ofInt(refusable.length).writeTo(refusable, 0);
        return refusable;
    }
}

package org.omnihall.hall.messaging.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.util.DefaultDecomposer;
import org.omnihall.hall.Swiftly;

/** Any octets at all from an SMS centre, as PDUs and as the words of a receipt; a search with the environment's JAZZER_FUZZ=1. */
class PdusFuzzTest {

    private static final int MOST_TEXT = 254;

    @FuzzTest(maxDuration = "10m")
    void throwsNothingElse(byte[] octets) {
        Swiftly.read(() -> {
            pdus(octets);
            receipt(octets);
        });
    }

    private static void pdus(byte[] octets) {
        BoundedPdus pdus = new BoundedPdus();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            while (in.available() > 0) {
                Command header = pdus.readPDUHeader(in);
                assertThat(header.getCommandLength()).isBetween(16, BoundedPdus.LONGEST);
                header.setCommandId(
                        SMPPConstant
                                .CID_DELIVER_SM); // whatever it says: only of deliveries more than the header is read
                // here
                Receipts.read("one", new DefaultDecomposer().deliverSm(pdus.readPDU(in, header)));
            }
        } catch (IOException | InvalidCommandLengthException | PDUStringException expected) {
            assertThat(expected).isNotNull(); // the link ends, or the PDU is refused
        }
    }

    private static void receipt(byte[] octets) {
        DeliverSm deliver = new DeliverSm();
        deliver.setSourceAddr("8613857100001");
        deliver.setShortMessage(octets.length <= MOST_TEXT ? octets : new byte[0]);
        Receipts.read("one", deliver);
    }
}

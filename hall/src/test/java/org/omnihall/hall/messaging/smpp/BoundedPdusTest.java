package org.omnihall.hall.messaging.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.octets.Octets;

/** PDUs whose octets end before their fields do. */
class BoundedPdusTest {

    /** A deliver_sm from 8613857100001 to 10086 that says "hi" (SMPP 3.4 section 4.6.1). */
    private static final byte[] WHOLE = Octets.ofHex(
                    "00000035000000050000000000000007000101383631333835373130303030310001013130303836"
                            + "00000000000000000000026869")
            .toBytes();

    private final DefaultDecomposer decomposer = new DefaultDecomposer();

    @Test
    void givesWhatIsWholeAsItCame() throws Exception {
        assertThat(read(WHOLE)).isEqualTo(WHOLE);
        assertThat(decomposer.deliverSm(read(WHOLE)).getShortMessage())
                .asString()
                .isEqualTo("hi");
    }

    @Test
    void hasADeliveryRefusedWhereverItIsCutOff() throws Exception {
        for (int length = 16; length < WHOLE.length; length++) {
            byte[] read = read(cut(length, SMPPConstant.CID_DELIVER_SM));
            assertThatExceptionOfType(PDUStringException.class)
                    .as("%d octets", length)
                    .isThrownBy(() -> decomposer.deliverSm(read));
            assertThat(read).startsWith(cut(16, SMPPConstant.CID_DELIVER_SM, read.length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SMPPConstant.CID_DATA_SM, SMPPConstant.CID_ALERT_NOTIFICATION})
    void hasOthersRefusedThatAreTakenApart(int command) throws Exception {
        byte[] read = read(cut(18, command));
        assertThatExceptionOfType(PDUStringException.class).isThrownBy(() -> {
            if (command == SMPPConstant.CID_DATA_SM) {
                decomposer.dataSm(read);
            } else {
                decomposer.alertNotification(read);
            }
        });
    }

    @Test
    void leavesAnswersAlone() throws Exception {
        byte[] header = cut(16, SMPPConstant.CID_SUBMIT_SM_RESP);
        assertThat(read(header)).isEqualTo(header);
    }

    private static byte[] cut(int length, int command) {
        return cut(length, command, length);
    }

    private static byte[] cut(int length, int command, int told) {
        byte[] cut = Arrays.copyOf(WHOLE, length);
        Octets.ofInt(told).writeTo(cut, 0);
        Octets.ofInt(command).writeTo(cut, 4);
        return cut;
    }

    private static byte[] read(byte[] octets) throws IOException, InvalidCommandLengthException {
        BoundedPdus pdus = new BoundedPdus();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            Command header = pdus.readPDUHeader(in);
            return pdus.readPDU(in, header);
        }
    }
}

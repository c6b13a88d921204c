package org.omnihall.bench.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.messaging.gateway.Receipt;
import org.omnihall.hall.messaging.gateway.ShortMessage;
import org.omnihall.hall.messaging.smpp.SmppAccount;
import org.omnihall.hall.messaging.smpp.SmppGateway;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.octets.Octets;

/** The hall's SMPP adapter against the simulated SMS centre, whose codec is not the adapter's. */
class SmppGatewayTest {

    private static final Msisdn LI = new Msisdn("13800138000");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SmsCentre centre = SmsCentre.open(0, new SmsCentre.Login("hall", "s3cret"), 1, Clock.systemUTC());
    private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    private final SmppGateway gateway = new SmppGateway(
            new SmppAccount(
                    "test",
                    "127.0.0.1",
                    centre.port(),
                    "hall",
                    Octets.ofText("s3cret"),
                    "10086",
                    4,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2)),
            receipts::add);

    @BeforeEach
    void waitForTheBind() {
        assertThat(until(gateway::isBound)).isTrue();
    }

    @AfterEach
    void close() {
        gateway.close();
        centre.close();
    }

    @Test
    void sendsAChineseTextWithTheRemainingLifeAsValidity() throws InterruptedException {
        assertThat(submit("验证码 123456", Duration.ofSeconds(299))).isInstanceOf(Answer.Accepted.class);

        ReceivedSms sms = centre.await("13800138000", 0, SOON).orElseThrow();
        assertThat(sms.text()).isEqualTo("验证码 123456");
        assertThat(sms.code()).contains("123456");
        assertThat(sms.validity()).isEqualTo("000000000459000R");
        assertThat(nextReceipt().outcome()).isEqualTo(Receipt.Outcome.DELIVERED);
    }

    @Test
    void putsALongTextIntoPartsThatThePhoneJoins() throws InterruptedException {
        String text = "请勿告诉他人。".repeat(30) + "😀";
        Answer answer = submit(text, SOON);

        assertThat(((Answer.Accepted) answer).ids()).hasSize(4);
        ReceivedSms sms = centre.await("13800138000", 0, SOON).orElseThrow();
        assertThat(sms.text()).isEqualTo(text);
        assertThat(sms.parts()).isEqualTo(4);
    }

    @Test
    void takesAReceiptThatComesBeforeItsAnswer() throws InterruptedException {
        centre.behave(new Manners(Duration.ofMillis(50), Manners.Order.RECEIPT_FIRST, Manners.IdForm.HEX_THEN_DECIMAL));

        Answer.Accepted answer = (Answer.Accepted) submit("hello", SOON);
        Receipt receipt = nextReceipt();

        assertThat(Long.parseLong(receipt.gatewayId()))
                .isEqualTo(Long.parseLong(answer.ids().getFirst(), 16));
        assertThat(receipt.msisdn()).isEqualTo("13800138000");
    }

    @Test
    void tellsBusyRefusedAndSilentApart() {
        centre.fail(Fault.THROTTLED, 1);
        centre.fail(Fault.QUEUE_FULL, 1);
        centre.fail(Fault.INVALID_DESTINATION, 1);
        centre.fail(Fault.SILENT, 1);

        assertThat(submit("a", SOON)).isEqualTo(new Answer.Busy("THROTTLED"));
        assertThat(submit("b", SOON)).isEqualTo(new Answer.Busy("MSGQFUL"));
        assertThat(submit("c", SOON)).isEqualTo(new Answer.Refused("status 11"));
        assertThat(submit("d", SOON)).isInstanceOf(Answer.NoAnswer.class);
    }

    @Test
    void bindsAgainAfterTheCentreDroppedIt() {
        centre.fail(Fault.DROP_CONNECTION, 1);
        assertThat(submit("a", SOON)).isInstanceOf(Answer.NoAnswer.class);

        assertThat(until(() -> submit("b", SOON) instanceof Answer.Accepted)).isTrue();
    }

    /** Length, command, status and sequence, then what follows (SMPP 3.4 section 3.2). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // shorter than its own header, negative, and as long as memory
                "00000004",
                "ffffffff",
                "7fffffff 00000005 00000000 00000001",
                // no such command
                "00000010 00007777 00000000 00000002",
                // deliver_sm without a body, and one whose text claims more than there is
                "00000010 00000005 00000000 00000003",
                "00000020 00000005 00000000 00000004 00 0101 00 0001 00 04 0000000000000000 ff",
                // a receipt in which nothing is said, and an answer that nobody waits for
                "00000021 00000005 00000000 00000005 00 0101 00 0001 00 04 0000000000000000 00",
                "00000010 80000004 00000000 0fffffff"
            })
    void outlivesMalformedPdusAndBelievesNoneOfThem(String octets) {
        centre.say(Octets.ofHex(octets.replace(" ", "")));

        assertThat(until(() -> submit("b", SOON) instanceof Answer.Accepted)).isTrue();
        assertThat(receipts.stream().filter(receipt -> !receipt.msisdn().equals(LI.digits())))
                .isEmpty();
    }

    private Answer submit(String text, Duration life) {
        return gateway.submit(new ShortMessage(LI, text, life));
    }

    private Receipt nextReceipt() throws InterruptedException {
        Receipt receipt = receipts.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(receipt).isNotNull();
        return java.util.Objects.requireNonNull(receipt);
    }

    private static boolean until(BooleanSupplier holds) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}

package org.omnihall.bench.sms;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.omnihall.octets.Octets;

/** What a submit_sm asks for (SMPP 3.4 section 4.4.1). */
record Submission(String from, String to, int esmClass, String validity, int registered, int dataCoding, Octets text) {

    /** Nothing when the body is not a submit_sm. */
    static Optional<Submission> read(Octets body) {
        ByteBuffer in = ByteBuffer.wrap(body.toBytes());
        try {
            cString(in);
            in.getShort();
            String from = cString(in);
            in.getShort();
            String to = cString(in);
            int esmClass = in.get();
            in.getShort();
            cString(in);
            String validity = cString(in);
            int registered = in.get();
            in.get();
            int dataCoding = in.get();
            in.get();
            Octets text = Octets.take(in, in.get() & 0xff);
            return Optional.of(new Submission(from, to, esmClass, validity, registered, dataCoding, text));
        } catch (BufferUnderflowException tooShort) {
            return Optional.empty();
        }
    }

    /** The receiver's number as the phone knows it: eleven digits. */
    String msisdn() {
        return to.replaceFirst("^\\+?86(?=1\\d{10}$)", "");
    }

    boolean wantsReceipt() {
        return (registered & 0x03) == 1;
    }

    /** Reference, number of parts and number of this part, where the text has a user data header for it. */
    Optional<Octets> concatenation() {
        boolean header = (esmClass & 0x40) != 0 && text.length() > 6 && text.at(0) == 5 && text.at(1) == 0;
        return header ? Optional.of(text.slice(3, 6)) : Optional.empty();
    }

    String characters() {
        Octets bare = concatenation().isPresent() ? text.slice(6, text.length()) : text;
        return new String(bare.toBytes(), dataCoding == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    static String cString(ByteBuffer in) {
        StringBuilder text = new StringBuilder();
        for (byte next = in.get(); next != 0; next = in.get()) {
            text.append((char) (next & 0xff));
        }
        return text.toString();
    }
}

package org.omnihall.bench.ac;

import static org.omnihall.radius.AttributeTypes.*;

import java.net.Inet4Address;
import java.util.Locale;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.portal.bas.BasAction.Proof;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.Chap;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.UserPassword;

/** How the controller says things in RADIUS. */
record RadiusWords(ControllerSettings settings) {

    private static final int WIRELESS_802_11 = 19;
    private static final int FRAMED = 2;
    private static final int BY_RADIUS = 1;

    /** Error-Cause of RFC 5176 section 3.5. */
    static final int SESSION_CONTEXT_NOT_FOUND = 503;

    Packet accessRequest(Station station, String userName, Proof proof, Octets authenticator) {
        PacketBuilder request =
                Packet.request(Code.ACCESS_REQUEST, authenticator).text(USER_NAME, userName);
        switch (proof) {
            case Proof.Pap(Octets password) ->
                request.octets(USER_PASSWORD, UserPassword.hide(password, authenticator, secret()));
            case Proof.Chap(int identifier, Octets response, Octets challenge) ->
                request.octets(CHAP_PASSWORD, new Chap(identifier, challenge, response).chapPassword())
                        .octets(CHAP_CHALLENGE, challenge);
        }
        return where(request.integer(SERVICE_TYPE, FRAMED), station).build();
    }

    Packet accounting(Station station, Session session, AccountingRecord record, long delaySeconds) {
        PacketBuilder request = Packet.request(Code.ACCOUNTING_REQUEST)
                .text(USER_NAME, session.userName())
                .integer(ACCT_STATUS_TYPE, record.status().value())
                .text(ACCT_SESSION_ID, session.id())
                .integer(ACCT_AUTHENTIC, BY_RADIUS)
                .integer(EVENT_TIMESTAMP, record.at().getEpochSecond())
                .integer(ACCT_DELAY_TIME, delaySeconds);
        if (record.status() != AccountingRecord.Status.START) {
            request.integer(ACCT_SESSION_TIME, record.seconds())
                    .integer(ACCT_INPUT_OCTETS, record.inputOctets() & 0xffffffffL)
                    .integer(ACCT_OUTPUT_OCTETS, record.outputOctets() & 0xffffffffL)
                    .integer(ACCT_INPUT_GIGAWORDS, record.inputOctets() >>> 32)
                    .integer(ACCT_OUTPUT_GIGAWORDS, record.outputOctets() >>> 32);
        }
        record.cause().ifPresent(cause -> request.integer(ACCT_TERMINATE_CAUSE, cause.value()));
        session.accountingClass().ifPresent(handle -> request.octets(CLASS, handle));
        return where(request, station).build();
    }

    /** Accounting-On or Accounting-Off, which speaks of the whole device (RFC 2866 section 5.1). */
    Packet device(AccountingRecord record) {
        return named(Packet.request(Code.ACCOUNTING_REQUEST))
                .integer(ACCT_STATUS_TYPE, record.status().value())
                .text(ACCT_SESSION_ID, record.session())
                .integer(EVENT_TIMESTAMP, record.at().getEpochSecond())
                .build();
    }

    private PacketBuilder where(PacketBuilder request, Station station) {
        String ap = station.accessPoint().toString().replace(':', '-').toUpperCase(Locale.ROOT);
        named(request)
                .integer(NAS_PORT_TYPE, WIRELESS_802_11)
                .text(CALLED_STATION_ID, ap + ":" + station.ssid())
                .text(
                        CALLING_STATION_ID,
                        station.handset().mac().toString().replace(':', '-').toUpperCase(Locale.ROOT));
        if (station.handset().address() instanceof Inet4Address ipv4) {
            request.address(FRAMED_IP_ADDRESS, ipv4);
        }
        return request;
    }

    private PacketBuilder named(PacketBuilder request) {
        request.text(NAS_IDENTIFIER, settings.name());
        return settings.address() instanceof Inet4Address ipv4 ? request.address(NAS_IP_ADDRESS, ipv4) : request;
    }

    SharedSecret secret() {
        return SharedSecret.of(settings.radiusSecret());
    }

    /** The acknowledgement of a Disconnect-Request or CoA-Request. */
    static Packet done(Packet request) {
        return request.reply(request.code() == Code.DISCONNECT_REQUEST ? Code.DISCONNECT_ACK : Code.COA_ACK)
                .build();
    }

    static Packet refused(Packet request, int errorCause) {
        return request.reply(request.code() == Code.DISCONNECT_REQUEST ? Code.DISCONNECT_NAK : Code.COA_NAK)
                .integer(ERROR_CAUSE, errorCause)
                .build();
    }

    static Optional<Octets> classOf(Packet accept) {
        return accept.first(CLASS);
    }
}

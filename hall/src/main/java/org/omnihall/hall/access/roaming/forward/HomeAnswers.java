package org.omnihall.hall.access.roaming.forward;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.hall.database.MomentId;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.VendorAttribute;
import org.omnihall.radius.auth.MppeKey;
import org.omnihall.radius.auth.MsChapV2;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.dictionary.Dictionary;
import org.omnihall.radius.transport.Received;
import org.springframework.stereotype.Component;

/**
 * What a home server may say to a controller of ours: it lets its person in and names him, and decides nothing about our network unless its realm
 * may. What is not listed is left out. Keys are hidden anew for the controller; the Proxy-States are those that came with its request.
 */
@Component
class HomeAnswers {

    /** The controller's interval, whatever the home server wants: sessions are watched by it here. */
    static final Duration INTERIM = Duration.ofMinutes(10);

    private static final int PROMPT = 76;
    private static final AttributeType MS_CHAP_ERROR = AttributeType.vendor(MsChapV2.MICROSOFT, 2);
    private static final AttributeType ENCRYPTION_POLICY = AttributeType.vendor(MsChapV2.MICROSOFT, 7);
    private static final AttributeType ENCRYPTION_TYPES = AttributeType.vendor(MsChapV2.MICROSOFT, 8);
    private static final AttributeType CHAP_KEYS = AttributeType.vendor(MsChapV2.MICROSOFT, 12);

    private static final Set<AttributeType> PASSED = Set.of(
            AttributeTypes.REPLY_MESSAGE,
            AttributeTypes.STATE,
            AttributeTypes.IDLE_TIMEOUT,
            AttributeTypes.TERMINATION_ACTION,
            AttributeType.standard(PROMPT),
            AttributeTypes.EAP_MESSAGE,
            AttributeTypes.CHARGEABLE_USER_IDENTITY,
            AttributeTypes.ERROR_CAUSE,
            MsChapV2.SUCCESS,
            MS_CHAP_ERROR,
            ENCRYPTION_POLICY,
            ENCRYPTION_TYPES);
    private static final Set<AttributeType> VLAN = Set.of(
            AttributeTypes.TUNNEL_TYPE, AttributeTypes.TUNNEL_MEDIUM_TYPE, AttributeTypes.TUNNEL_PRIVATE_GROUP_ID);
    private static final Set<AttributeType> RATES = Stream.of(
                    "WISPr-Bandwidth-Max-Up",
                    "WISPr-Bandwidth-Max-Down",
                    "Huawei-Input-Average-Rate",
                    "Huawei-Input-Peak-Rate",
                    "Huawei-Output-Average-Rate",
                    "Huawei-Output-Peak-Rate",
                    "H3C-Input-Peak-Rate",
                    "H3C-Input-Average-Rate",
                    "H3C-Output-Peak-Rate",
                    "H3C-Output-Average-Rate",
                    "ZTE-Rate-Ctrl-SCR-Up",
                    "ZTE-Rate-Ctrl-SCR-Down",
                    "Mikrotik-Rate-Limit",
                    "ChilliSpot-Bandwidth-Max-Up",
                    "ChilliSpot-Bandwidth-Max-Down")
            .map(Dictionary.bundled()::type)
            .collect(Collectors.toUnmodifiableSet());

    private final SessionClass classes;
    private final Clock clock;

    HomeAnswers(SessionClass classes, Clock clock) {
        this.classes = classes;
        this.clock = clock;
    }

    /**
     * The reply to the controller. Throws {@link MalformedPacket} for keys that cannot be read, that or {@link IllegalArgumentException} where it has
     * grown longer than a packet.
     */
    Packet to(Received request, Realm realm, Answer answer) {
        Packet home = answer.reply();
        Passing passing = new Passing(request, realm, answer, request.packet().reply(home.code()));
        home.attributes().forEach(passing::pass);
        if (home.code() == Code.ACCESS_ACCEPT) {
            accepted(passing);
        } else {
            home.integer(AttributeTypes.SESSION_TIMEOUT)
                    .ifPresent(time -> passing.reply().integer(AttributeTypes.SESSION_TIMEOUT, time));
        }
        Packet reply = passing.reply().build();
        if (reply.encode().length + Outbound.PROOF > Packet.MAX_LENGTH) {
            throw new MalformedPacket(MalformedPacket.Fault.BAD_LENGTH);
        }
        return reply;
    }

    private void accepted(Passing passing) {
        Packet home = passing.answer().reply();
        PacketBuilder reply = passing.reply();
        passing.name().ifPresent(name -> reply.text(AttributeTypes.USER_NAME, name));
        long longest = passing.realm().longest().toSeconds();
        reply.integer(
                AttributeTypes.SESSION_TIMEOUT,
                home.integer(AttributeTypes.SESSION_TIMEOUT).stream()
                        .filter(time -> time > 0 && time < longest)
                        .findFirst()
                        .orElse(longest));
        reply.integer(AttributeTypes.ACCT_INTERIM_INTERVAL, INTERIM.toSeconds());
        List<Octets> handles = home.all(AttributeTypes.CLASS).stream()
                .filter(handle -> classes.read(handle).isEmpty())
                .toList();
        handles.forEach(handle -> reply.octets(AttributeTypes.CLASS, handle));
        if (handles.isEmpty()) {
            reply.octets(AttributeTypes.CLASS, ours(passing.request()));
        }
    }

    /** A handle of ours that grants nothing, for a home server that gives none (access rule 11). */
    private Octets ours(Received request) {
        return classes.of(new SessionClass.Handle(
                MomentId.at(clock.instant()),
                request.packet().text(AttributeTypes.CALLING_STATION_ID).flatMap(MacAddress::parse),
                Optional.empty()));
    }

    /** One answer on its way to the controller. */
    private record Passing(Received request, Realm realm, Answer answer, PacketBuilder reply) {

        void pass(Attribute attribute) {
            if (attribute.type() == VendorAttribute.CARRIER) {
                VendorAttribute.in(attribute)
                        .forEach(one -> pass(AttributeType.vendor(one.vendor(), one.number()), one.value()));
            } else {
                pass(AttributeType.standard(attribute.type()), attribute.value());
            }
        }

        private void pass(AttributeType type, Octets value) {
            if (type.equals(MppeKey.SEND) || type.equals(MppeKey.RECEIVE)) {
                Octets key = MppeKey.reveal(value, answer.sent().authenticator(), answer.secret());
                reply.octets(
                        type,
                        MppeKey.hide(
                                key,
                                value.slice(0, 2),
                                request.packet().authenticator(),
                                request.client().secret()));
            } else if (type.equals(CHAP_KEYS)) {
                Octets keys = UserPassword.reveal(value, answer.sent().authenticator(), answer.secret());
                reply.octets(
                        type,
                        UserPassword.hide(
                                keys,
                                request.packet().authenticator(),
                                request.client().secret()));
            } else if (mayPass(type)) {
                reply.octets(type, value);
            }
        }

        private boolean mayPass(AttributeType type) {
            return PASSED.contains(type)
                    || (realm.mayVlan() && VLAN.contains(type))
                    || (realm.mayRates() && RATES.contains(type));
        }

        /**
         * The person's name, which accounting will come with: with the realm that he came with, so that it finds its way home. A home server that
         * names somebody of another realm is not listened to.
         */
        Optional<String> name() {
            String came =
                    Realm.in(request.packet().text(AttributeTypes.USER_NAME).orElse(""));
            return answer.reply()
                    .text(AttributeTypes.USER_NAME)
                    .map(name -> Realm.in(name).isEmpty() ? name + "@" + came : name)
                    .filter(name -> Realm.in(name).equals(came) && name.length() <= Attribute.MAX_VALUE / 4);
        }
    }
}

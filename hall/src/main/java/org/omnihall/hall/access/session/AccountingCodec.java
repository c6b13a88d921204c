package org.omnihall.hall.access.session;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;

/**
 * An accounting request as octets, for the journal: its version, then its fields in the order of their records, numbers in network order, texts in
 * UTF-8 behind their length (2), what may be missing behind 0 or 1. Version 2 adds the user's networks at the end, behind their number (1); who has
 * none is written in version 1, which older nodes read. It holds what the request was read as and no secret; a request that was
 * read before a change of the controller's rules keeps its reading.
 */
final class AccountingCodec {

    private static final byte PLAIN = 1;
    private static final byte WITH_NETWORKS = 2;
    private static final byte START = 1;
    private static final byte INTERIM = 2;
    private static final byte STOP = 3;
    private static final byte RESET = 4;
    private static final byte NOTHING = 5;
    private static final int LONGEST = 1 << 14;
    private static final int USUAL = 256;
    private static final int NANOS = 999_999_999;
    private static final int MAC_BITS = 48;

    private AccountingCodec() {}

    static Octets encode(AccountingRequest request) {
        ByteBuffer out = ByteBuffer.allocate(LONGEST);
        put(out, request);
        return Octets.of(out.array(), 0, out.position());
    }

    private static void put(ByteBuffer out, AccountingRequest request) {
        switch (request) {
            case AccountingRequest.Session(AccountingEvent event) -> {
                Set<Cidr> networks = event.device().networks();
                putEvent(out.put(networks.isEmpty() ? PLAIN : WITH_NETWORKS), event);
                putNetworks(out, networks);
            }
            case AccountingRequest.Reset(long controllerId, Instant at, String kind) -> {
                putMoment(out.put(PLAIN).put(RESET).putLong(controllerId), at);
                putText(out, kind);
            }
            case AccountingRequest.Nothing _ -> out.put(PLAIN).put(NOTHING);
        }
    }

    /** Many requests, each behind its length (2). */
    static Octets encodeAll(List<AccountingRequest> requests) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(requests.size() * USUAL);
        ByteBuffer one = ByteBuffer.allocate(LONGEST);
        for (AccountingRequest request : requests) {
            put(one.clear().position(Short.BYTES), request);
            one.putShort(0, (short) (one.position() - Short.BYTES));
            all.write(one.array(), 0, one.position());
        }
        return Octets.of(all.toByteArray());
    }

    /** The same of requests that were encoded one by one. */
    static Octets join(List<Octets> encoded) {
        ByteBuffer all = ByteBuffer.allocate(
                encoded.stream().mapToInt(one -> Short.BYTES + one.length()).sum());
        encoded.forEach(one -> one.writeTo(all.putShort((short) one.length())));
        return Octets.of(all.array());
    }

    /** What was joined, not read yet; throws as {@link #decode} where it is cut off. */
    static List<Octets> parts(Octets joined) {
        ByteBuffer in = ByteBuffer.wrap(joined.toBytes());
        List<Octets> parts = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = in.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(in.getShort());
            if (length > in.remaining()) {
                throw cut(joined.length());
            }
            parts.add(Octets.take(in, length));
        }
        return parts;
    }

    /** What {@link #encodeAll} wrote; throws as {@link #decode}. */
    static List<AccountingRequest> decodeAll(Octets octets) {
        return parts(octets).stream().map(AccountingCodec::decode).toList();
    }

    /** Throws {@link UnreadableAccounting} for what another version wrote, or nobody. */
    static AccountingRequest decode(Octets octets) {
        try {
            return read(ByteBuffer.wrap(octets.toBytes()));
        } catch (BufferUnderflowException cut) {
            throw cut(octets.length());
        }
    }

    private static UnreadableAccounting cut(int octets) {
        return new UnreadableAccounting("accounting that is cut off: " + octets + " octets");
    }

    private static AccountingRequest read(ByteBuffer in) {
        byte version = in.get();
        if (version != PLAIN && version != WITH_NETWORKS) {
            throw new UnreadableAccounting("accounting in version " + version + " cannot be read");
        }
        byte kind = in.get();
        return switch (kind) {
            case START -> event(in, AccountingEvent.Kind.START, version);
            case INTERIM -> event(in, AccountingEvent.Kind.INTERIM, version);
            case STOP -> event(in, AccountingEvent.Kind.STOP, version);
            case RESET -> new AccountingRequest.Reset(in.getLong(), moment(in), text(in));
            case NOTHING -> new AccountingRequest.Nothing();
            default -> throw new UnreadableAccounting("no kind of accounting: " + kind);
        };
    }

    private static void putEvent(ByteBuffer out, AccountingEvent event) {
        out.put(
                switch (event.kind()) {
                    case START -> START;
                    case INTERIM -> INTERIM;
                    case STOP -> STOP;
                });
        out.putLong(event.controllerId());
        putText(out, event.acctSessionId());
        putMaybe(out, event.handle(), AccountingCodec::putHandle);
        AccountingEvent.Device device = event.device();
        putText(out, device.userName());
        putMaybe(out, device.mac(), AccountingCodec::putMac);
        putMaybe(
                out,
                device.ip(),
                (to, ip) -> to.put((byte) ip.getAddress().length).put(ip.getAddress()));
        putMaybe(out, device.ssid(), AccountingCodec::putText);
        putMaybe(out, device.ap(), AccountingCodec::putMac);
        out.put((byte) (device.wlan() ? 1 : 0));
        putMoment(out, event.at());
        putMoment(out, event.receivedAt());
        Usage usage = event.usage();
        out.putLong(usage.upOctets()).putLong(usage.downOctets());
        out.putLong(usage.upPackets()).putLong(usage.downPackets());
        out.putLong(usage.time().toSeconds());
        putMaybe(out, event.cause(), AccountingCodec::putText);
    }

    private static AccountingRequest event(ByteBuffer in, AccountingEvent.Kind kind, byte version) {
        AccountingEvent event = new AccountingEvent(
                kind,
                in.getLong(),
                text(in),
                maybe(in, AccountingCodec::handle),
                device(in),
                moment(in),
                moment(in),
                new Usage(in.getLong(), in.getLong(), in.getLong(), in.getLong(), Duration.ofSeconds(in.getLong())),
                maybe(in, AccountingCodec::text));
        return new AccountingRequest.Session(version == WITH_NETWORKS ? event.with(networks(in)) : event);
    }

    private static AccountingEvent.Device device(ByteBuffer in) {
        return new AccountingEvent.Device(
                text(in),
                maybe(in, AccountingCodec::mac),
                maybe(in, AccountingCodec::address),
                maybe(in, AccountingCodec::text),
                maybe(in, AccountingCodec::mac),
                Set.of(),
                in.get() == 1);
    }

    private static void putNetworks(ByteBuffer out, Set<Cidr> networks) {
        if (!networks.isEmpty()) {
            out.put((byte) networks.size());
            for (Cidr network : networks) {
                byte[] address = network.network().getAddress();
                out.put((byte) address.length).put(address).put((byte) network.prefix());
            }
        }
    }

    private static Set<Cidr> networks(ByteBuffer in) {
        Set<Cidr> networks = new HashSet<>();
        for (int left = Byte.toUnsignedInt(in.get()); left > 0; left--) {
            InetAddress address = address(in);
            int prefix = Byte.toUnsignedInt(in.get());
            if (prefix > address.getAddress().length * 8) {
                throw new UnreadableAccounting("no prefix of an address: " + prefix);
            }
            networks.add(new Cidr(address, prefix));
        }
        return networks;
    }

    private static <T> void putMaybe(ByteBuffer out, Optional<T> value, BiConsumer<ByteBuffer, T> put) {
        out.put((byte) (value.isPresent() ? 1 : 0));
        value.ifPresent(there -> put.accept(out, there));
    }

    private static <T> Optional<T> maybe(ByteBuffer in, Function<ByteBuffer, T> take) {
        return in.get() == 1 ? Optional.of(take.apply(in)) : Optional.empty();
    }

    private static void putMoment(ByteBuffer out, Instant moment) {
        out.putLong(moment.getEpochSecond()).putInt(moment.getNano());
    }

    private static Instant moment(ByteBuffer in) {
        long seconds = in.getLong();
        int nanos = in.getInt();
        if (seconds < Instant.MIN.getEpochSecond()
                || seconds > Instant.MAX.getEpochSecond()
                || nanos < 0
                || nanos > NANOS) {
            throw new UnreadableAccounting("no moment: " + seconds + " s and " + nanos + " ns");
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** As Class says it, behind its length (1). */
    private static void putHandle(ByteBuffer out, SessionClass.Handle handle) {
        Octets body = SessionClass.body(handle);
        body.writeTo(out.put((byte) body.length()));
    }

    private static SessionClass.Handle handle(ByteBuffer in) {
        return SessionClass.parse(Octets.take(in, Byte.toUnsignedInt(in.get())))
                .orElseThrow(() -> new UnreadableAccounting("a Class of a later version"));
    }

    private static void putMac(ByteBuffer out, MacAddress mac) {
        out.putLong(mac.bits());
    }

    private static MacAddress mac(ByteBuffer in) {
        long bits = in.getLong();
        if (bits >>> MAC_BITS != 0) {
            throw new UnreadableAccounting("no MAC address: " + bits);
        }
        return new MacAddress(bits);
    }

    private static InetAddress address(ByteBuffer in) {
        try {
            return InetAddress.getByAddress(
                    Octets.take(in, Byte.toUnsignedInt(in.get())).toBytes());
        } catch (UnknownHostException neither) {
            throw new UnreadableAccounting("no address of 4 or 16 octets");
        }
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) octets.length).put(octets);
    }

    private static String text(ByteBuffer in) {
        return Octets.take(in, Short.toUnsignedInt(in.getShort())).toText();
    }
}

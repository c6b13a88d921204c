package org.omnihall.radius.udp;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.BindException;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The calls of the C library that a socket needs which reads and writes many datagrams at once (recvmmsg(2), sendmmsg(2)): Linux with 64 bits, whose
 * numbers stand here.
 */
@SuppressWarnings("restricted") // the types of these calls are those of their manual pages
final class Libc {

    static final int INET = 2;
    static final int INET6 = 10;

    private static final int DATAGRAMS_CLOSED_ON_EXEC = 2 | 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final int SHUT_RD = 0;
    private static final int MSG_WAITFORONE = 0x10000;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;

    /** EACCES, EADDRINUSE, EADDRNOTAVAIL. */
    private static final Set<Integer> NOT_OURS = Set.of(13, 98, 99);

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final Optional<Linker> LINKER = linker();

    // Constants, so that the compiler sees through them.
    private static final Numbers SOCKET = call(Numbers.class, "socket", INT, INT, INT);
    private static final Option SETSOCKOPT = call(Option.class, "setsockopt", INT, INT, INT, POINTER, INT);
    private static final Bind BIND = call(Bind.class, "bind", INT, POINTER, INT);
    private static final Name GETSOCKNAME = call(Name.class, "getsockname", INT, POINTER, POINTER);
    private static final Receive RECVMMSG = call(Receive.class, "recvmmsg", INT, POINTER, INT, INT, POINTER);
    private static final Send SENDMMSG = call(Send.class, "sendmmsg", INT, POINTER, INT, INT);
    private static final Shutdown SHUTDOWN = call(Shutdown.class, "shutdown", INT, INT);
    private static final Close CLOSE = call(Close.class, "close", INT);
    private static final Text STRERROR =
            MethodHandleProxies.asInterfaceInstance(Text.class, of("strerror", FunctionDescriptor.of(POINTER, INT)));
    private static final VarHandle ERRNO =
            Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

    /** socket(2). The first argument of each is where the error's number goes. */
    public interface Numbers {
        int call(MemorySegment errors, int family, int type, int protocol);
    }

    /** setsockopt(2). */
    public interface Option {
        int call(MemorySegment errors, int descriptor, int level, int name, MemorySegment value, int length);
    }

    /** bind(2). */
    public interface Bind {
        int call(MemorySegment errors, int descriptor, MemorySegment address, int length);
    }

    /** getsockname(2). */
    public interface Name {
        int call(MemorySegment errors, int descriptor, MemorySegment address, MemorySegment length);
    }

    /** recvmmsg(2). */
    public interface Receive {
        int call(
                MemorySegment errors,
                int descriptor,
                MemorySegment messages,
                int many,
                int flags,
                MemorySegment timeout);
    }

    /** sendmmsg(2). */
    public interface Send {
        int call(MemorySegment errors, int descriptor, MemorySegment messages, int many, int flags);
    }

    /** shutdown(2). */
    public interface Shutdown {
        int call(MemorySegment errors, int descriptor, int how);
    }

    /** close(2). */
    public interface Close {
        int call(MemorySegment errors, int descriptor);
    }

    /** strerror(3). */
    public interface Text {
        MemorySegment of(int number);
    }

    private Libc() {}

    /** Nothing on another system, and where Java may not call native code. */
    private static Optional<Linker> linker() {
        boolean known = "Linux".equals(System.getProperty("os.name"))
                && POINTER.byteSize() == Long.BYTES
                && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                && Libc.class.getModule().isNativeAccessEnabled();
        try {
            return known ? Optional.of(Linker.nativeLinker()) : Optional.empty();
        } catch (UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    private static <T> T call(Class<T> type, String name, MemoryLayout... arguments) {
        FunctionDescriptor descriptor = FunctionDescriptor.of(INT, arguments);
        return MethodHandleProxies.asInterfaceInstance(
                type, of(name, descriptor, Linker.Option.captureCallState("errno")));
    }

    private static MethodHandle of(String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.map(linker -> linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options))
                .orElseGet(() -> MethodHandles.empty(
                        type.insertArgumentLayouts(0, errors(options)).toMethodType()));
    }

    /** Where a call gives its error, that comes before its own arguments. */
    private static MemoryLayout[] errors(Linker.Option... options) {
        return options.length == 0 ? new MemoryLayout[0] : new MemoryLayout[] {POINTER};
    }

    static boolean isHere() {
        return LINKER.isPresent();
    }

    /** What a thread gives to its calls, so that each finds its own error. */
    static MemorySegment errors(Arena arena) {
        return arena.allocate(Linker.Option.captureStateLayout());
    }

    static int socket(MemorySegment errors, int family) throws IOException {
        return done("socket", errors, SOCKET.call(errors, family, DATAGRAMS_CLOSED_ON_EXEC, 0));
    }

    static void receiveBuffer(MemorySegment errors, int descriptor, int octets) throws IOException {
        option(errors, descriptor, SOL_SOCKET, SO_RCVBUF, octets);
    }

    /** Of IPv4 too, whose addresses are mapped ones then (RFC 3493 section 5.3). */
    static void ofBothFamilies(MemorySegment errors, int descriptor) throws IOException {
        option(errors, descriptor, IPPROTO_IPV6, IPV6_V6ONLY, 0);
    }

    private static void option(MemorySegment errors, int descriptor, int level, int option, int value)
            throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment given = arena.allocateFrom(INT, value);
            done("setsockopt", errors, SETSOCKOPT.call(errors, descriptor, level, option, given, Integer.BYTES));
        }
    }

    static void bind(MemorySegment errors, int descriptor, MemorySegment address, int length) throws IOException {
        int result = BIND.call(errors, descriptor, address, length);
        if (result < 0 && NOT_OURS.contains(number(errors))) {
            throw new BindException(told(number(errors)));
        }
        done("bind", errors, result);
    }

    static void getsockname(MemorySegment errors, int descriptor, MemorySegment address) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocateFrom(INT, Math.toIntExact(address.byteSize()));
            done("getsockname", errors, GETSOCKNAME.call(errors, descriptor, address, length));
        }
    }

    /**
     * Takes those that are there, at most {@code many}: how many they are. After {@link #stopReading} it is one without octets and without a source.
     *
     * @param wait for one where there is none
     */
    static int receive(MemorySegment errors, int descriptor, MemorySegment messages, int many, boolean wait)
            throws IOException {
        int flags = wait ? MSG_WAITFORONE : MSG_DONTWAIT;
        int result = again(errors, () -> RECVMMSG.call(errors, descriptor, messages, many, flags, MemorySegment.NULL));
        return result < 0 && number(errors) == EAGAIN ? 0 : done("recvmmsg", errors, result);
    }

    /** How many were sent; the error is that of the first, where that is none. */
    static int send(MemorySegment errors, int descriptor, MemorySegment messages, int many) throws IOException {
        return done("sendmmsg", errors, again(errors, () -> SENDMMSG.call(errors, descriptor, messages, many, 0)));
    }

    /** Wakes who waits in {@link #receive}; it answers that a socket without a peer is not connected, and does it. */
    static void stopReading(MemorySegment errors, int descriptor) {
        int _ = SHUTDOWN.call(errors, descriptor, SHUT_RD);
    }

    static void close(MemorySegment errors, int descriptor) throws IOException {
        done("close", errors, CLOSE.call(errors, descriptor));
    }

    private static int again(MemorySegment errors, IntSupplier call) {
        int result = call.getAsInt();
        while (result < 0 && number(errors) == EINTR) {
            result = call.getAsInt();
        }
        return result;
    }

    private static int done(String what, MemorySegment errors, int result) throws IOException {
        if (result < 0) {
            throw new IOException(what + ": " + told(number(errors)));
        }
        return result;
    }

    private static int number(MemorySegment errors) {
        return (int) ERRNO.get(errors, 0L);
    }

    private static String told(int number) {
        return STRERROR.of(number).reinterpret(256).getString(0);
    }
}

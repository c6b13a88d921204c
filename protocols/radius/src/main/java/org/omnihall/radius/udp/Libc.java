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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.BindException;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The calls of the C library that a socket needs which reads and writes many datagrams at once (recvmmsg(2), sendmmsg(2)): Linux with 64 bits, whose
 * structures and numbers stand here.
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
    private static final int SHUT_BOTH = 2;
    private static final int MSG_WAITFORONE = 0x10000;
    private static final int EINTR = 4;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final Optional<Linker> LINKER = linker();

    // Constants, so that the compiler sees through them.
    private static final MethodHandle SOCKET = call("socket", INT, INT, INT);
    private static final MethodHandle SETSOCKOPT = call("setsockopt", INT, INT, INT, POINTER, INT);
    private static final MethodHandle BIND = call("bind", INT, POINTER, INT);
    private static final MethodHandle GETSOCKNAME = call("getsockname", INT, POINTER, POINTER);
    private static final MethodHandle RECVMMSG = call("recvmmsg", INT, POINTER, INT, INT, POINTER);
    private static final MethodHandle SENDMMSG = call("sendmmsg", INT, POINTER, INT, INT);
    private static final MethodHandle SHUTDOWN = call("shutdown", INT, INT);
    private static final MethodHandle CLOSE = call("close", INT);
    private static final MethodHandle STRERROR = of("strerror", FunctionDescriptor.of(POINTER, INT));
    private static final VarHandle ERRNO =
            Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private Libc() {}

    private static Optional<Linker> linker() {
        boolean known = "Linux".equals(System.getProperty("os.name"))
                && POINTER.byteSize() == Long.BYTES
                && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        try {
            return known ? Optional.of(Linker.nativeLinker()) : Optional.empty();
        } catch (UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    private static MethodHandle call(String name, MemoryLayout... arguments) {
        return of(name, FunctionDescriptor.of(INT, arguments), Linker.Option.captureCallState("errno"));
    }

    private static MethodHandle of(String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.map(linker -> linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options))
                .orElseGet(() -> MethodHandles.empty(type.toMethodType()));
    }

    /** False on another system. */
    static boolean isHere() {
        return LINKER.isPresent();
    }

    /** What a thread gives to its calls, so that each finds its own error. */
    static MemorySegment errors(Arena arena) {
        return arena.allocate(Linker.Option.captureStateLayout());
    }

    static int socket(MemorySegment errors, int family) throws IOException {
        return done("socket", errors, run(() -> (int) SOCKET.invokeExact(errors, family, DATAGRAMS_CLOSED_ON_EXEC, 0)));
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
            done("setsockopt", errors, run(() ->
                    (int) SETSOCKOPT.invokeExact(errors, descriptor, level, option, given, Integer.BYTES)));
        }
    }

    static void bind(MemorySegment errors, int descriptor, MemorySegment address, int length) throws BindException {
        if (run(() -> (int) BIND.invokeExact(errors, descriptor, address, length)) < 0) {
            throw new BindException(told((int) ERRNO.get(errors, 0L)));
        }
    }

    static void getsockname(MemorySegment errors, int descriptor, MemorySegment address) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocateFrom(INT, Math.toIntExact(address.byteSize()));
            done("getsockname", errors, run(() -> (int) GETSOCKNAME.invokeExact(errors, descriptor, address, length)));
        }
    }

    /** Waits for one and takes those that are there, at most {@code many}: how many they are, zero after a shutdown. */
    static int receive(MemorySegment errors, int descriptor, MemorySegment messages, int many) throws IOException {
        return again("recvmmsg", errors, () ->
                (int) RECVMMSG.invokeExact(errors, descriptor, messages, many, MSG_WAITFORONE, MemorySegment.NULL));
    }

    /** How many were sent; the error is that of the first, where that is none. */
    static int send(MemorySegment errors, int descriptor, MemorySegment messages, int many) throws IOException {
        return again("sendmmsg", errors, () -> (int) SENDMMSG.invokeExact(errors, descriptor, messages, many, 0));
    }

    /** Wakes who waits in {@link #receive}; that it says a socket without a peer is not connected is all the same. */
    static void shutdown(MemorySegment errors, int descriptor) {
        run(() -> (int) SHUTDOWN.invokeExact(errors, descriptor, SHUT_BOTH));
    }

    static void close(MemorySegment errors, int descriptor) throws IOException {
        done("close", errors, run(() -> (int) CLOSE.invokeExact(errors, descriptor)));
    }

    private static int again(String what, MemorySegment errors, Call call) throws IOException {
        int result = run(call);
        while (result < 0 && (int) ERRNO.get(errors, 0L) == EINTR) {
            result = run(call);
        }
        return done(what, errors, result);
    }

    private static int done(String what, MemorySegment errors, int result) throws IOException {
        if (result < 0) {
            throw new IOException(what + ": " + told((int) ERRNO.get(errors, 0L)));
        }
        return result;
    }

    private static String told(int number) {
        try {
            MemorySegment text = (MemorySegment) STRERROR.invokeExact(number);
            return text.reinterpret(256).getString(0);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Call {
        int run() throws Throwable;
    }

    /** A call into the C library throws nothing. */
    private static int run(Call call) {
        try {
            return call.run();
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.omnihall.hall.node.admin;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The program behind {@code ./omnihall nas|account|import|export ...}: hands what was typed to the running node and prints what it
 * answers. Arguments: the sockets to try, with colons between them, then what was typed.
 */
public final class Shell {

    private static final int NO_NODE = 3;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    public Shell(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String... arguments) {
        List<String> typed = Arrays.asList(arguments).subList(1, arguments.length);
        System.exit(new Shell(System.in, System.out, System.err)
                .call(List.of(arguments[0].split(File.pathSeparator)), typed));
    }

    /**
     * Tries the sockets in their order.
     *
     * @return what the command gave, or 3 where no hall answered
     */
    public int call(List<String> sockets, List<String> typed) {
        List<String> reasons = new ArrayList<>();
        for (String socket : sockets) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(Sockets.reachable(Path.of(socket))));
                return talk(channel, typed);
            } catch (EOFException died) {
                err.println("The hall ended before it answered");
                return NO_NODE;
            } catch (IOException closed) {
                reasons.add(socket + " (" + closed.getMessage() + ")");
            }
        }
        err.println("No hall answers on " + String.join(" or ", reasons)
                + ". Start it by ./omnihall run or ./omnihall demo, or name its directory by OMNIHALL_HOME");
        return NO_NODE;
    }

    private int talk(SocketChannel channel, List<String> typed) throws IOException {
        DataOutputStream to = new DataOutputStream(Channels.newOutputStream(channel));
        to.writeUTF(Path.of("").toAbsolutePath().toString());
        to.writeInt(typed.size());
        for (String argument : typed) {
            to.writeUTF(argument);
        }
        to.flush();
        Thread input = new Thread(() -> passInput(channel, to));
        input.setDaemon(true);
        input.start();
        return print(new DataInputStream(Channels.newInputStream(channel)));
    }

    private void passInput(SocketChannel channel, OutputStream to) {
        try {
            in.transferTo(to);
            channel.shutdownOutput();
        } catch (IOException answered) {
            // The node has ended the call and needs no more input.
        }
    }

    private int print(DataInputStream from) throws IOException {
        while (true) {
            switch (Frame.read(from)) {
                case OUT -> out.writeBytes(Frame.content(from));
                case ERR -> err.writeBytes(Frame.content(from));
                case EXIT -> {
                    out.flush();
                    return from.readInt();
                }
            }
        }
    }
}

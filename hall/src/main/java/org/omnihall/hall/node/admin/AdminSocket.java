package org.omnihall.hall.node.admin;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import org.omnihall.hall.node.CommandCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes calls from shells of this machine, on a socket that only the node's own user may open. The system itself says who calls. */
public final class AdminSocket implements AutoCloseable {

    private static final int ARGUMENTS = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(AdminSocket.class);

    private final Path path;
    private final Commands commands;
    private final ServerSocketChannel server;

    public AdminSocket(Path path, Commands commands) throws IOException {
        this.path = path;
        this.commands = commands;
        this.server = open(path);
    }

    private static ServerSocketChannel open(Path path) throws IOException {
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(Sockets.reachable(path)));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        return server;
    }

    public void start() {
        Thread.ofVirtual().name("admin-socket").start(this::accept);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel shell = server.accept();
                Thread.ofVirtual().name("admin-call").start(() -> answer(shell));
            }
        } catch (ClosedChannelException end) {
            LOG.debug("No more calls from shells");
        } catch (IOException broken) {
            LOG.error("Calls from shells are no longer answered", broken);
        }
    }

    private void answer(SocketChannel shell) {
        try (shell) {
            DataInputStream from = new DataInputStream(Channels.newInputStream(shell));
            DataOutputStream to = new DataOutputStream(Channels.newOutputStream(shell));
            Path directory = Path.of(from.readUTF());
            List<String> typed = arguments(from);
            try (PrintWriter out = printer(Frame.OUT, to);
                    PrintWriter err = printer(Frame.ERR, to)) {
                BufferedReader in = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
                int status = commands.run(new CommandCall(typed, directory, in, out, err, actor(shell)));
                out.flush();
                err.flush();
                Frame.writeExit(to, status);
            }
        } catch (IOException gone) {
            LOG.info("A shell went away before its answer: {}", gone.toString());
        }
    }

    private static List<String> arguments(DataInputStream from) throws IOException {
        int count = from.readInt();
        if (count < 0 || count > ARGUMENTS) {
            throw new IOException(count + " arguments");
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(from.readUTF());
        }
        return arguments;
    }

    private static String actor(SocketChannel shell) throws IOException {
        return "shell:"
                + shell.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    }

    private static PrintWriter printer(Frame kind, DataOutputStream to) {
        OutputStream frames = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] content, int offset, int length) throws IOException {
                synchronized (to) {
                    kind.write(to, content, offset, length);
                }
            }

            @Override
            public void close() {
                // The connection outlives one of its streams.
            }
        };
        return new PrintWriter(frames, true, StandardCharsets.UTF_8);
    }
}

package org.omnihall.hall.node;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;

/** Looks whether the ports of a node can be had, before anything is started. */
public final class FreePorts {

    private FreePorts() {}

    static void require(NodeSettings settings) {
        Ports ports = settings.ports();
        ports.tcp().forEach((name, port) -> requireTcp(name, settings.bind(), port));
        ports.udp().forEach((name, port) -> requireUdp(name, settings.bind(), port));
        requireUdp("mac-binding", settings.macBindingBind(), ports.macBinding());
    }

    /**
     * Nothing if the port is free.
     *
     * @throws PortTaken with the setting's name and the way out
     */
    public static void requireTcp(String name, InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw new PortTaken("TCP", name, address, port, String.valueOf(taken.getMessage()));
        }
    }

    static void requireUdp(String name, InetAddress address, int port) {
        try {
            new DatagramSocket(new InetSocketAddress(address, port)).close();
        } catch (SocketException taken) {
            throw new PortTaken("UDP", name, address, port, String.valueOf(taken.getMessage()));
        }
    }
}

package org.omnihall.bench.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Faulty lines from a controller to a RADIUS server. */
public final class RadiusWires implements AutoCloseable {

    private final Toll toll = new Toll();
    private final LossyLink access;
    private final LossyLink accounting;

    /** @param source the controller's address, as the server knows it */
    public RadiusWires(InetAddress source, InetSocketAddress access, InetSocketAddress accounting, Faults faults)
            throws IOException {
        LossyLink.Wiring wiring = new LossyLink.Wiring(faults, toll);
        InetSocketAddress anyPort = new InetSocketAddress(source, 0);
        this.access = new LossyLink("access", anyPort, access, source, wiring);
        this.accounting = new LossyLink("accounting", anyPort, accounting, source, wiring);
    }

    /** Where the controller is to send its Access-Requests. */
    public InetSocketAddress access() {
        return access.address();
    }

    /** Where it is to send its accounting. */
    public InetSocketAddress accounting() {
        return accounting.address();
    }

    public Toll toll() {
        return toll;
    }

    @Override
    public void close() throws IOException {
        access.close();
        accounting.close();
    }
}

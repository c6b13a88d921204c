package org.omnihall.bench.measure.radius;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.measure.Load;
import org.omnihall.hall.access.aaa.RadiusListeners;

/**
 * What is asked.
 *
 * @param cpu its processor time so far
 * @param here whether it runs in the generator's process, whose time is in its own then
 * @param database that of its database so far
 */
public record Server(
        InetSocketAddress access,
        InetSocketAddress accounting,
        Supplier<Duration> cpu,
        boolean here,
        Supplier<Duration> database) {

    /** A hall in this process, with its database beside it. */
    public static Server of(RunningHall hall) {
        RadiusListeners listeners = hall.bean(RadiusListeners.class);
        return new Server(
                listeners.authentication().getFirst(),
                listeners.accounting().getFirst(),
                () -> Load.cpu().minus(Load.childrensCpu()),
                true,
                Load::childrensCpu);
    }
}

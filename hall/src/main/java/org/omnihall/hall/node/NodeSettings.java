package org.omnihall.hall.node;

import java.net.InetAddress;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of one node. A misspelt key stops the start-up.
 *
 * @param home the node's directory: database, keys, certificates, journals, logs
 * @param bind the address that all listeners bind to
 * @param macBindingBind the MAC binding server's own address, which must differ from the Portal server's
 * @param portOffset added to every port, so that several nodes fit on one machine
 * @param publicHost the name under which phones and browsers reach this node
 * @param ports the ports, already shifted by the offset
 */
@ConfigurationProperties(prefix = "omnihall.node", ignoreUnknownFields = false)
public record NodeSettings(
        @DefaultValue("data/run") Path home,
        @DefaultValue("127.0.0.1") InetAddress bind,
        @DefaultValue("127.0.0.2") InetAddress macBindingBind,
        @DefaultValue("0") int portOffset,
        @DefaultValue("localhost") String publicHost,
        @DefaultValue Ports ports) {

    public NodeSettings {
        home = home.toAbsolutePath().normalize();
        ports = ports.shiftedBy(portOffset);
    }
}

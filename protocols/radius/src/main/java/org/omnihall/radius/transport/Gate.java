package org.omnihall.radius.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.MessageAuthenticator;
import org.omnihall.radius.auth.Signatures;

/** Lets a request in when its proofs hold; remembers who has learned to prove. */
public final class Gate {

    private final Set<InetAddress> learned = ConcurrentHashMap.newKeySet();
    private final ServerListener listener;

    public Gate(ServerListener listener) {
        this.listener = listener;
    }

    /** Nothing when the request may pass. */
    public Optional<Drop> objection(Packet request, Client client, InetSocketAddress source) {
        MessageAuthenticator proof = Signatures.messageAuthenticator(request, client.secret());
        if (proof == MessageAuthenticator.INVALID) {
            return Optional.of(Drop.BAD_MESSAGE_AUTHENTICATOR);
        }
        if (!Signatures.isAuthentic(request, client.secret())) {
            return Optional.of(Drop.BAD_AUTHENTICATOR);
        }
        if (!request.code().hasRandomAuthenticator()) {
            return Optional.empty();
        }
        if (proof == MessageAuthenticator.VALID) {
            learn(client, source.getAddress());
            return Optional.empty();
        }
        return mayOmit(request, client, source.getAddress())
                ? Optional.empty()
                : Optional.of(Drop.MISSING_MESSAGE_AUTHENTICATOR);
    }

    private void learn(Client client, InetAddress address) {
        if (client.policy() == Client.Policy.LEARN && learned.add(address)) {
            listener.learned(address);
        }
    }

    /** EAP and Status-Server never go without (RFC 3579 section 3.1, RFC 5997 section 2.1.1), nor what a proxy sends (CVE-2024-3596). */
    private boolean mayOmit(Packet request, Client client, InetAddress address) {
        if (request.code() != Code.ACCESS_REQUEST
                || request.has(AttributeTypes.EAP_MESSAGE)
                || request.has(AttributeTypes.PROXY_STATE)) {
            return false;
        }
        return switch (client.policy()) {
            case REQUIRED -> false;
            case LEARN -> !learned.contains(address);
            case OPTIONAL -> true;
        };
    }
}

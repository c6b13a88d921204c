package org.omnihall.hall.access.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.access.PeerAddresses;
import org.omnihall.hall.access.network.Cidr;
import org.springframework.stereotype.Component;

/** From which address a request really comes: its TCP peer, or what proxies of ours say, read from the right as far as they are trusted. */
@Component
class Peers implements PeerAddresses {

    private static final int LONGEST = 500;

    private final List<Cidr> proxies;

    Peers(LoginSettings settings) {
        this.proxies = settings.trustedProxies().stream()
                .map(text -> Cidr.parse(text)
                        .orElseThrow(() ->
                                new IllegalArgumentException("omnihall.login.trusted-proxies: not a network: " + text)))
                .toList();
    }

    @Override
    public InetAddress of(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders("X-Forwarded-For"));
        return of(request.getRemoteAddr(), lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines)));
    }

    InetAddress of(String remoteAddress, Optional<String> forwardedFor) {
        InetAddress peer = InetAddress.ofLiteral(remoteAddress);
        String[] said = forwardedFor
                .filter(header -> header.length() <= LONGEST)
                .orElse("")
                .split(",", -1);
        for (int i = said.length - 1; i >= 0 && trusted(peer); i--) {
            Optional<InetAddress> before = Cidr.address(said[i].strip());
            if (before.isEmpty()) {
                return peer;
            }
            peer = before.get();
        }
        return peer;
    }

    private boolean trusted(InetAddress peer) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(peer));
    }
}

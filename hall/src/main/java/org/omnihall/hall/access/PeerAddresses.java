package org.omnihall.hall.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** From which address a request really comes: its TCP peer, or what proxies of ours say ({@code omnihall.login.trusted-proxies}). */
public interface PeerAddresses {

    InetAddress of(HttpServletRequest request);
}

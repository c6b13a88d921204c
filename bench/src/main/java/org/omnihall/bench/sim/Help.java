package org.omnihall.bench.sim;

/** What {@code ./omnihall sim --help} prints. */
final class Help {

    static final String TEXT = """
            Usage: ./omnihall sim [OPTIONS], or ./omnihall sim city --help for a made-up city
              Plays an access controller and the phones at it against a hall at any address: redirects, Portal protocol, RADIUS,
              accounting, SMS. Prints a line every 5 s and a tally at the end; ends with 0 when every journey went well, with 1
              when one failed, with 2 when an option is wrong. The same seed gives the same visits and the same faults.

            Secrets are never arguments: OMNIHALL_SIM_RADIUS_SECRET, OMNIHALL_SIM_PORTAL_SECRET and, without --sms-page,
              OMNIHALL_SIM_SMS_PASSWORD; those that are not set are read from standard input, one a line, in this order.

            Against the demo (in another shell: ./omnihall demo), register the controller, then play it:
              printf 'radius-secret\\nportal-secret\\n' | ./omnihall nas add 127.0.0.31 --name AC-SIM --nas-identifier AC-SIM \\
                --vendor HUAWEI --dialect HUAWEI2 --redirect-map HUAWEI --secret-stdin --portal-secret-stdin
              printf 'radius-secret\\nportal-secret\\n' | ./omnihall sim --ca data/demo/tls/ca.pem --sms-page http://localhost:8088/
            Against the product, whose SMS gateway binds to the simulator's SMS centre:
              OMNIHALL_MESSAGING_GATEWAY_PASSWORD=sms-pass ./omnihall run --omnihall.messaging.gateway.host=127.0.0.1 \\
                --omnihall.messaging.gateway.system-id=sim
              the same nas add, then
              printf 'radius-secret\\nportal-secret\\nsms-pass\\n' | ./omnihall sim --ca data/run/tls/ca.pem
            Where the hall runs with --port-offset N: the same here, --portal-port and --coa-port of nas add shifted by N, and the
              hall's --omnihall.messaging.gateway.port= and --sms-page shifted too.

            The hall
              --hall HOST                  127.0.0.1; all below are its usual ports unless they are named
              --landing URL                where browsers are redirected to: http://localhost:8081/landing
              --radius, --accounting HOST:PORT    ports 1812, 1813; IPv6 as [::1]:1812
              --portal HOST:PORT           the Portal server: port 50100
              --mac-binding HOST:PORT      the MAC binding server, asked about each phone that joins; not asked unless given
              --ca FILE                    PEM of the authority that phones trust; Java's own authorities unless given
              --port-offset N              shifts every port that is not named
            The controller
              --name NAME                  AC-SIM: its NAS-Identifier and its name in redirects
              --address HOST               127.0.0.31: its sockets; phones reach its HTTP there
              --radius-source HOST         from where it sends RADIUS, if not from its address
              --http, --portal-port, --coa-port PORT    8092, 2000, 3799
              --dialect D                  CMCC, CMCC_IPV6, HUAWEI2, H3C3: HUAWEI2
              --method CHAP|PAP            the only way to log in that it knows; both unless given (the hall chooses by nas add)
              --parameters P               names in its redirects, CMCC, HUAWEI, H3C, RUIJIE: HUAWEI
              --ssid NAME, --ap MAC        CMCC-WiFi, 0c:da:41:00:00:31
              --interim TIME               60s, unless an Accept says otherwise
            The phones
              --phones N                   50 different ones
              --rate N                     arrivals a minute: 60
              --returning SHARE            of arrivals that were here before: 0.3
              --stay TIME                  20s on the average
              --duration TIME              for how long they arrive: 1m
              --seed N                     7
              --first-number, --first-address    13857500000, 127.96.0.1; the next phone has the next one
              --closing SHARE              close their browser the moment their probe gets through: 0
              --resuming SHARE             are closed between number and code: 0
              --ignoring SHARE             never open the page: 0
            Messages
              --sms-port PORT, --sms-system-id NAME    the simulated SMS centre, on 127.0.0.1: 2775, sim
              --sms-page URL               instead: read messages on the demo's page
            Faults, as shares from 0 to 1 of the datagrams in each direction, or as a TIME after which it happens again
              --lose, --duplicate, --reorder, --corrupt SHARE
              --silent                     the controller answers nothing of the Portal protocol
              --wrong-radius-secret, --wrong-portal-secret
              --disconnects HOW            obey, ack-only, nak:ERROR-CAUSE, silent: obey
              --power-cut-every TIME       all sessions are lost, Accounting-On follows
              --restart-every TIME         the same with Accounting-Off before
              --false-logout-every TIME    NTF_LOGOUT about a phone that is online
            """;

    private Help() {}
}

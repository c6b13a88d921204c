package org.omnihall.radius;

/** The standard attributes that code names (RFC 2865, 2866, 2868, 2869, 3162, 3579, 4372, 4818, 5176, 6911); a test compares them with the dictionary. */
public final class AttributeTypes {

    public static final AttributeType USER_NAME = AttributeType.standard(1);
    public static final AttributeType USER_PASSWORD = AttributeType.standard(2);
    public static final AttributeType CHAP_PASSWORD = AttributeType.standard(3);
    public static final AttributeType NAS_IP_ADDRESS = AttributeType.standard(4);
    public static final AttributeType NAS_PORT = AttributeType.standard(5);
    public static final AttributeType SERVICE_TYPE = AttributeType.standard(6);
    public static final AttributeType FRAMED_PROTOCOL = AttributeType.standard(7);
    public static final AttributeType FRAMED_IP_ADDRESS = AttributeType.standard(8);
    public static final AttributeType FRAMED_IP_NETMASK = AttributeType.standard(9);
    public static final AttributeType FILTER_ID = AttributeType.standard(11);
    public static final AttributeType FRAMED_MTU = AttributeType.standard(12);
    public static final AttributeType REPLY_MESSAGE = AttributeType.standard(18);
    public static final AttributeType STATE = AttributeType.standard(24);
    public static final AttributeType CLASS = AttributeType.standard(25);
    public static final AttributeType VENDOR_SPECIFIC = AttributeType.standard(26);
    public static final AttributeType SESSION_TIMEOUT = AttributeType.standard(27);
    public static final AttributeType IDLE_TIMEOUT = AttributeType.standard(28);
    public static final AttributeType TERMINATION_ACTION = AttributeType.standard(29);
    public static final AttributeType CALLED_STATION_ID = AttributeType.standard(30);
    public static final AttributeType CALLING_STATION_ID = AttributeType.standard(31);
    public static final AttributeType NAS_IDENTIFIER = AttributeType.standard(32);
    public static final AttributeType PROXY_STATE = AttributeType.standard(33);
    public static final AttributeType ACCT_STATUS_TYPE = AttributeType.standard(40);
    public static final AttributeType ACCT_DELAY_TIME = AttributeType.standard(41);
    public static final AttributeType ACCT_INPUT_OCTETS = AttributeType.standard(42);
    public static final AttributeType ACCT_OUTPUT_OCTETS = AttributeType.standard(43);
    public static final AttributeType ACCT_SESSION_ID = AttributeType.standard(44);
    public static final AttributeType ACCT_AUTHENTIC = AttributeType.standard(45);
    public static final AttributeType ACCT_SESSION_TIME = AttributeType.standard(46);
    public static final AttributeType ACCT_INPUT_PACKETS = AttributeType.standard(47);
    public static final AttributeType ACCT_OUTPUT_PACKETS = AttributeType.standard(48);
    public static final AttributeType ACCT_TERMINATE_CAUSE = AttributeType.standard(49);
    public static final AttributeType ACCT_MULTI_SESSION_ID = AttributeType.standard(50);
    public static final AttributeType ACCT_LINK_COUNT = AttributeType.standard(51);
    public static final AttributeType ACCT_INPUT_GIGAWORDS = AttributeType.standard(52);
    public static final AttributeType ACCT_OUTPUT_GIGAWORDS = AttributeType.standard(53);
    public static final AttributeType EVENT_TIMESTAMP = AttributeType.standard(55);
    public static final AttributeType CHAP_CHALLENGE = AttributeType.standard(60);
    public static final AttributeType NAS_PORT_TYPE = AttributeType.standard(61);
    public static final AttributeType PORT_LIMIT = AttributeType.standard(62);
    public static final AttributeType TUNNEL_TYPE = AttributeType.standard(64);
    public static final AttributeType TUNNEL_MEDIUM_TYPE = AttributeType.standard(65);
    public static final AttributeType CONNECT_INFO = AttributeType.standard(77);
    public static final AttributeType EAP_MESSAGE = AttributeType.standard(79);
    public static final AttributeType MESSAGE_AUTHENTICATOR = AttributeType.standard(80);
    public static final AttributeType TUNNEL_PRIVATE_GROUP_ID = AttributeType.standard(81);
    public static final AttributeType ACCT_INTERIM_INTERVAL = AttributeType.standard(85);
    public static final AttributeType NAS_PORT_ID = AttributeType.standard(87);
    public static final AttributeType FRAMED_POOL = AttributeType.standard(88);
    public static final AttributeType CHARGEABLE_USER_IDENTITY = AttributeType.standard(89);
    public static final AttributeType NAS_IPV6_ADDRESS = AttributeType.standard(95);
    public static final AttributeType FRAMED_INTERFACE_ID = AttributeType.standard(96);
    public static final AttributeType FRAMED_IPV6_PREFIX = AttributeType.standard(97);
    public static final AttributeType FRAMED_IPV6_POOL = AttributeType.standard(100);
    public static final AttributeType ERROR_CAUSE = AttributeType.standard(101);
    public static final AttributeType DELEGATED_IPV6_PREFIX = AttributeType.standard(123);
    public static final AttributeType FRAMED_IPV6_ADDRESS = AttributeType.standard(168);

    private AttributeTypes() {}
}

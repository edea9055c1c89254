package parley.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Who can be meant by an address (the special-purpose registries of IANA, RFC 6890 and those that
/// extended it).
public enum AddressKind {
    /// A machine that the whole world means by it.
    PUBLIC,
    /// This machine.
    LOOPBACK,
    /// A machine in a network of one's own.
    PRIVATE,
    /// A machine on the same cable, or what a cloud tells its machines, secrets among it.
    LINK_LOCAL,
    /// What a cloud tells its machines, at an address that is not link-local.
    METADATA,
    /// Many machines at once.
    MULTICAST,
    /// None in particular.
    UNSPECIFIED,
    /// For documents, tests, protocols and the future.
    RESERVED;

    private static final List<Range> RANGES =
            List.of(
                    new Range("100.100.100.200", 32, METADATA),
                    new Range("fd00:ec2::254", 128, METADATA),
                    new Range("0.0.0.0", 8, UNSPECIFIED),
                    new Range("10.0.0.0", 8, PRIVATE),
                    new Range("100.64.0.0", 10, PRIVATE),
                    new Range("127.0.0.0", 8, LOOPBACK),
                    new Range("169.254.0.0", 16, LINK_LOCAL),
                    new Range("172.16.0.0", 12, PRIVATE),
                    new Range("192.0.0.0", 24, RESERVED),
                    new Range("192.0.2.0", 24, RESERVED),
                    new Range("192.31.196.0", 24, RESERVED),
                    new Range("192.52.193.0", 24, RESERVED),
                    new Range("192.88.99.0", 24, RESERVED),
                    new Range("192.168.0.0", 16, PRIVATE),
                    new Range("192.175.48.0", 24, RESERVED),
                    new Range("198.18.0.0", 15, RESERVED),
                    new Range("198.51.100.0", 24, RESERVED),
                    new Range("203.0.113.0", 24, RESERVED),
                    new Range("224.0.0.0", 4, MULTICAST),
                    new Range("240.0.0.0", 4, RESERVED),
                    new Range("::", 128, UNSPECIFIED),
                    new Range("::1", 128, LOOPBACK),
                    new Range("fe80::", 10, LINK_LOCAL),
                    new Range("fec0::", 10, PRIVATE),
                    new Range("fc00::", 7, PRIVATE),
                    new Range("ff00::", 8, MULTICAST),
                    new Range("2001::", 23, RESERVED),
                    new Range("2001:db8::", 32, RESERVED),
                    new Range("3fff::", 20, RESERVED));

    /// Where the bytes of an IPv4 address lie in addresses that stand for one.
    private static final List<Carrier> CARRIERS =
            List.of(
                    new Carrier(new Range("::ffff:0:0:0", 96, PUBLIC), 12),
                    new Carrier(new Range("::", 96, PUBLIC), 12),
                    new Carrier(new Range("64:ff9b::", 96, PUBLIC), 12),
                    new Carrier(new Range("2002::", 16, PUBLIC), 2));

    /// Only what lies in here was given out (RFC 4291, section 2.4).
    private static final Range GLOBAL_UNICAST = new Range("2000::", 3, PUBLIC);

    /// The kind of an address. One that stands for an IPv4 address (mapped, compatible, translated,
    /// NAT64, 6to4) is of that address's kind.
    public static AddressKind of(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Range range : RANGES) {
            if (range.has(bytes)) {
                return range.kind;
            }
        }
        if (address instanceof Inet4Address) {
            return PUBLIC;
        }
        for (Carrier carrier : CARRIERS) {
            if (carrier.range.has(bytes)) {
                return of(carrier.carried(bytes));
            }
        }
        return GLOBAL_UNICAST.has(bytes) ? PUBLIC : RESERVED;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Range(byte[] first, int bits, AddressKind kind) {
        Range(String first, int bits, AddressKind kind) {
            this(bytes(first), bits, kind);
        }

        boolean has(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((address[bit >> 3] ^ first[bit >> 3]) >> (7 - (bit & 7)) & 1) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Carrier(Range range, int offset) {
        InetAddress carried(byte[] address) {
            return address(Arrays.copyOfRange(address, offset, offset + 4));
        }
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "%d bytes are no address".formatted(bytes.length), e);
        }
    }

    /// The bytes of an address in figures; an IPv6 address stays one.
    private static byte[] bytes(String figures) {
        return figures.contains(":")
                ? Inet6Address.ofLiteral(figures).getAddress()
                : Inet4Address.ofLiteral(figures).getAddress();
    }
}

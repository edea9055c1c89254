package parley.llm.langchain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/// Java's own encryption of connections, loaded with the first that is encrypted: loading it takes
/// a good part of the time of a start.
public final class DefaultEncryption extends SSLSocketFactory {
    private static SSLSocketFactory usual() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return usual().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return usual().getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return usual().createSocket();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
            throws IOException {
        return usual().createSocket(plain, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return usual().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
            throws IOException {
        return usual().createSocket(host, port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return usual().createSocket(host, port);
    }

    @Override
    public Socket createSocket(
            InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return usual().createSocket(address, port, localAddress, localPort);
    }
}

import MailDNS
import Model
import ReadingBench

@testable import Extract

/// One invented zone in every form of evidence.
enum DNSSpecimens {
  /// The table of the checkout.
  static let providers =
    MailProviderFile.load(rulesFolder: SharedReader.checkout + "/rules").providers ?? .none

  static var tools: ReadingTools {
    ReadingTools(pages: ReadingTools.bare.pages, providers: providers)
  }

  static func read(_ bytes: [UInt8], file: String = "解析 记录.txt") -> Extraction {
    var extraction = Extraction(file: file, mediaType: .text)
    let source = Source(file: file, bytes: bytes, mediaType: MediaType(sniffing: bytes))
    let family = DNSFamily(tools)
    if family.claims(source) { family.read(source, into: &extraction) }
    return extraction
  }

  static func read(_ text: String) -> Extraction { read(Array(text.utf8)) }

  /// The facts of the first document.
  static func facts(_ extraction: Extraction) -> [String: Value] {
    // allowed: no document has no facts
    let facts = (extraction.documents.first?.facts ?? []).map { ($0.key, $0.value) }
    return Dictionary(facts, uniquingKeysWith: { first, _ in first })
  }

  static let zone = """
    ;; Domain: xinghe-demo.com.cn.
    ;; Exported: 2026-11-20 09:30:00
    $ORIGIN xinghe-demo.com.cn.
    $TTL 10m
    @   3600 IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. (
            2026112001 ; serial
            3600 600 86400 600 )
        IN NS ns1.dns-demo.cn.
    @   IN MX 5 mxbiz1.qq.com.
        IN MX 10 mxbiz2.qq.com.
        IN TXT ( "v=spf1 include:spf.mail"
                 ".qq.com -all" )
    _dmarc 600 IN TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn"
    www IN A 192.0.2.10
    """

  static let bareZone = """
    xinghe-demo.com.cn. SOA ns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5
    XINGHE-DEMO.com.cn. 600 MX 10 mxbiz2.qq.com.
    xinghe-demo.com.cn. IN 600 MX 5 MXBIZ1.qq.com.
    xinghe-demo.com.cn. 1h IN TXT "v=spf1 include:spf.mail.qq.com -all"
    _dmarc.xinghe-demo.com.cn. TXT "v=DMARC1\\; p=quarantine\\059 rua=mailto:dmarc@xinghe-demo.com.cn"
    """

  static let dig = """
    ; <<>> DiG 9.18.24 <<>> mx xinghe-demo.com.cn
    ;; global options: +cmd
    ;; Got answer:
    ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
    ;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1

    ;; OPT PSEUDOSECTION:
    ; EDNS: version: 0, flags:; udp: 1232
    ;; QUESTION SECTION:
    ;xinghe-demo.com.cn.\t\tIN\tMX

    ;; ANSWER SECTION:
    xinghe-demo.com.cn.\t600\tIN\tMX\t10 mxbiz2.qq.com.
    xinghe-demo.com.cn.\t600\tIN\tMX\t5 mxbiz1.qq.com.

    ;; Query time: 12 msec
    ;; SERVER: 223.5.5.5#53(223.5.5.5) (UDP)
    ;; WHEN: Fri Nov 20 09:30:00 CST 2026
    ;; MSG SIZE  rcvd: 100

    [root@mail ~]# dig +noall +answer TXT xinghe-demo.com.cn
    xinghe-demo.com.cn.\t600\tIN\tTXT\t"v=spf1 include:spf.mail" ".qq.com -all"
    [root@mail ~]# dig txt _dmarc.xinghe-demo.com.cn +short
    "v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn"
    """

  static let nslookup = """
    C:\\Users\\admin>nslookup -qt=mx xinghe-demo.com.cn
    Server:  dns.demo.cn
    Address:  192.168.1.1

    Non-authoritative answer:
    xinghe-demo.com.cn\tMX preference = 10, mail exchanger = mxbiz2.qq.com
    xinghe-demo.com.cn\tMX preference = 5, mail exchanger = mxbiz1.qq.com

    mxbiz1.qq.com\tinternet address = 192.0.2.25

    C:\\Users\\admin>nslookup -type=txt xinghe-demo.com.cn
    Server:  dns.demo.cn
    Address:  192.168.1.1

    Non-authoritative answer:
    xinghe-demo.com.cn\ttext =

    \t"v=spf1 include:spf.mail"
    \t".qq.com -all"

    C:\\Users\\admin>nslookup -q=txt _dmarc.xinghe-demo.com.cn 223.5.5.5
    Server:  public1.alidns.com
    Address:  223.5.5.5

    Non-authoritative answer:
    _dmarc.xinghe-demo.com.cn\ttext =

    \t"v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn"

    Captured: 2026-11-20 09:30
    """

  static let chineseNslookup = """
    采集时间：2026年11月20日
    C:\\Users\\张三>nslookup
    默认服务器:  UnKnown
    Address:  192.168.1.1

    > set q=mx
    > xinghe-demo.com.cn
    服务器:  UnKnown
    Address:  192.168.1.1

    非权威应答:
    xinghe-demo.com.cn      MX preference = 5, mail exchanger = mxbiz1.qq.com
    xinghe-demo.com.cn      MX preference = 10, mail exchanger = mxbiz2.qq.com
    > set type=txt
    > xinghe-demo.com.cn
    服务器:  UnKnown
    Address:  192.168.1.1

    非权威应答:
    xinghe-demo.com.cn      text =

            "v=spf1 include:spf.mail.qq.com -all"
    > _dmarc.xinghe-demo.com.cn
    服务器:  UnKnown
    Address:  192.168.1.1

    非权威应答:
    _dmarc.xinghe-demo.com.cn       text =

            "v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn"
    > exit
    """

  static let linuxNslookup = """
    $ nslookup -type=mx xinghe-demo.com.cn
    Server:\t\t223.5.5.5
    Address:\t223.5.5.5#53

    Non-authoritative answer:
    xinghe-demo.com.cn\tmail exchanger = 5 mxbiz1.qq.com.
    xinghe-demo.com.cn\tmail exchanger = 10 mxbiz2.qq.com.

    Authoritative answers can be found from:

    $ nslookup -type=txt xinghe-demo.com.cn
    Server:\t\t223.5.5.5
    Address:\t223.5.5.5#53

    Non-authoritative answer:
    xinghe-demo.com.cn\ttext = "v=spf1 include:spf.mail" ".qq.com -all"

    $ nslookup -type=txt _dmarc.xinghe-demo.com.cn
    Server:\t\t223.5.5.5
    Address:\t223.5.5.5#53

    Non-authoritative answer:
    _dmarc.xinghe-demo.com.cn\ttext = "v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn"
    # date: Fri Nov 20 01:30:00 UTC 2026
    """

  static let host = """
    $ host -t mx xinghe-demo.com.cn
    xinghe-demo.com.cn mail is handled by 10 mxbiz2.qq.com.
    xinghe-demo.com.cn mail is handled by 5 mxbiz1.qq.com.
    $ host -t txt xinghe-demo.com.cn
    xinghe-demo.com.cn descriptive text "v=spf1 include:spf.mail" ".qq.com -all"
    $ host -t txt _dmarc.xinghe-demo.com.cn
    _dmarc.xinghe-demo.com.cn descriptive text "v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn"
    date: 2026-11-20T09:30:00+08:00
    """

  static let aliyunCSV = """
    域名：xinghe-demo.com.cn,,,,,,
    导出时间：2026-11-20 09:30:00,,,,,,
    记录类型,主机记录,解析线路,记录值,MX优先级,TTL值,状态(暂停/启用)
    MX,@,默认,mxbiz1.qq.com,5,600,启用
    MX,@,默认,mxbiz2.qq.com,10,600,启用
    TXT,@,默认,v=spf1 include:spf.mail.qq.com -all,,600,启用
    TXT,@,默认,v=spf1 +all,,600,暂停
    TXT,_dmarc,默认,v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn,,600,启用
    A,www,境外,192.0.2.11,,600,启用
    """

  static let dnspodCSV = #"""
    "主机记录","记录类型","线路类型","记录值","MX优先级","TTL(秒)","状态","备注","域名"
    "@","MX","默认","mxbiz1.qq.com.","5","600","已启用","","xinghe-demo.com.cn"
    "@","MX","默认","mxbiz2.qq.com.","10","600","已启用","","xinghe-demo.com.cn"
    "@","TXT","默认","""v=spf1 include:spf.mail"" "".qq.com -all""","","600","已启用","","xinghe-demo.com.cn"
    "_dmarc","TXT","默认","v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn","-","600","已启用","","xinghe-demo.com.cn"
    "导出时间","","2026-11-20 09:30","","","","","",""
    """#

  static let aliyunJSON = """
    {"TotalCount": 4, "PageSize": 20, "PageNumber": 1, "DomainRecords": {"Record": [
      {"RR": "@", "Type": "MX", "Value": "mxbiz1.qq.com", "Priority": 5, "TTL": 600, "Line": "default", "Status": "ENABLE", "DomainName": "xinghe-demo.com.cn"},
      {"RR": "@", "Type": "MX", "Value": "mxbiz2.qq.com", "Priority": 10, "TTL": 600, "Line": "default", "Status": "ENABLE", "DomainName": "xinghe-demo.com.cn"},
      {"RR": "@", "Type": "TXT", "Value": "v=spf1 include:spf.mail.qq.com -all", "TTL": 600, "Line": "default", "Status": "ENABLE", "DomainName": "xinghe-demo.com.cn"},
      {"RR": "_dmarc", "Type": "TXT", "Value": "v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn", "TTL": 600, "Line": "default", "Status": "ENABLE", "DomainName": "xinghe-demo.com.cn"}
    ]}}
    """

  static let dnspodJSON = """
    {"status": {"code": "1"}, "domain": {"id": "1", "name": "xinghe-demo.com.cn"}, "info": {"record_total": "4"}, "records": [
      {"name": "@", "type": "MX", "value": "mxbiz1.qq.com.", "mx": "5", "ttl": "600", "line": "默认", "enabled": "1"},
      {"name": "@", "type": "MX", "value": "mxbiz2.qq.com.", "mx": "10", "ttl": "600", "line": "默认", "enabled": "1"},
      {"name": "@", "type": "TXT", "value": "v=spf1 include:spf.mail.qq.com -all", "mx": "0", "ttl": "600", "line": "默认", "enabled": "1"},
      {"name": "_dmarc", "type": "TXT", "value": "v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn", "mx": "0", "ttl": "600", "line": "默认", "enabled": "1"}
    ]}
    """

  static let cloudflareJSON = """
    {"success": true, "result_info": {"page": 1, "count": 4, "total_count": 4}, "result": [
      {"type": "MX", "name": "xinghe-demo.com.cn", "content": "mxbiz1.qq.com", "priority": 5, "ttl": 1, "zone_name": "xinghe-demo.com.cn"},
      {"type": "MX", "name": "xinghe-demo.com.cn", "content": "mxbiz2.qq.com", "priority": 10, "ttl": 1, "zone_name": "xinghe-demo.com.cn"},
      {"type": "TXT", "name": "xinghe-demo.com.cn", "content": "\\"v=spf1 include:spf.mail.qq.com -all\\"", "ttl": 1, "zone_name": "xinghe-demo.com.cn"},
      {"type": "TXT", "name": "_dmarc.xinghe-demo.com.cn", "content": "v=DMARC1; p=quarantine; rua=mailto:dmarc@xinghe-demo.com.cn", "ttl": 1, "zone_name": "xinghe-demo.com.cn"}
    ]}
    """

  /// All of them, by name.
  static let all: [(name: String, text: String)] = [
    ("zone", zone), ("bare zone", bareZone), ("dig", dig), ("nslookup", nslookup),
    ("Chinese nslookup", chineseNslookup), ("Linux nslookup", linuxNslookup), ("host", host),
    ("Aliyun CSV", aliyunCSV), ("DNSPod CSV", dnspodCSV), ("Aliyun JSON", aliyunJSON),
    ("DNSPod JSON", dnspodJSON), ("Cloudflare JSON", cloudflareJSON),
  ]
}

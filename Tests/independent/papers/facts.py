"""Invented companies and persons: check digits are right, nobody is real."""

CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(dice):
    body = dice.choice(["9111", "9131", "9144", "9151", "9133"]) + "01" + dice.choice(["05", "08", "12", "03"])
    organization = "MA" + "".join(dice.choice(CODE) for _ in range(6))
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = 11 - sum(letters.index(c) * w for c, w in zip(organization, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    organization += {10: "X", 11: "0"}.get(rest, str(rest))
    code = body + organization
    total = sum(CODE.index(c) * pow(3, i, 31) for i, c in enumerate(code))
    return code + CODE[(31 - total % 31) % 31]


def identity_number(dice, born, sex):
    body = dice.choice(["110105", "310112", "440305", "510107", "330106"]) + born.replace("-", "")
    body += f"{dice.randrange(100):02d}" + str(2 * dice.randrange(5) + (1 if sex == "男" else 0))
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights)) % 11]


def date(dice, first, last):
    return f"{dice.randint(first, last)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"


def person(dice):
    return dice.choice("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗") + "".join(
        dice.choice("建国志强秀英丽娟海燕晓东雪梅文博俊杰思远雨桐嘉怡浩然") for _ in range(dice.randint(1, 2)))


SCOPES = ["技术开发", "技术咨询", "技术服务", "软件开发", "计算机系统服务", "数据处理", "会议服务", "企业管理咨询",
          "市场调查", "广告设计、制作、代理、发布", "销售电子产品、办公用品、日用品", "货物进出口", "餐饮管理", "翻译服务"]
CAPITALS = [("伍佰万元整", 5000000), ("壹仟万元整", 10000000), ("人民币叁佰万元整", 3000000), ("200万元人民币", 2000000),
            ("1000.00万元", 10000000), ("捌拾万元整", 800000)]
PLACES = ["北京市朝阳区", "上海市闵行区", "深圳市南山区", "成都市武侯区", "杭州市西湖区"]
ROADS = ["望京东路", "七宝镇新龙路", "科技园南路", "天府大道北段", "文三西路", "建国门外大街"]


def company(dice):
    established = date(dice, 2003, 2023)
    capital, amount = dice.choice(CAPITALS)
    return {
        "name": dice.choice(["北京", "上海", "深圳市", "成都", "杭州"]) + "".join(
            dice.choice("云启博远信达恒辰嘉禾明澜锦泽晟睿") for _ in range(2)) + dice.choice(
                ["科技", "信息技术", "文化传媒", "餐饮管理", "供应链管理", "企业服务"]) + "有限公司",
        "credit_code": credit_code(dice),
        "type": dice.choice(["有限责任公司(自然人投资或控股)", "有限责任公司(法人独资)", "其他有限责任公司"]),
        "legal_representative": person(dice), "capital": capital, "registered_capital_amount": amount,
        "established_on": established,
        "address": f"{dice.choice(PLACES)}{dice.choice(ROADS)}{dice.randint(1, 999)}号{dice.randint(1, 20)}号楼"
                   f"{dice.randint(1, 30)}层{dice.randint(101, 3008)}室",
        "scope": "；".join(dice.sample(SCOPES, dice.randint(4, 9))) + "。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
        "issued_on": date(dice, 2019, 2024),
    }


def holder(dice):
    sex = dice.choice("男女")
    born = date(dice, 1960, 2000)
    return {
        "name": person(dice), "sex": sex, "ethnicity": dice.choice(["汉", "汉", "满", "回", "壮", "土家"]),
        "born_on": born,
        "address": f"{dice.choice(PLACES)}{dice.choice(ROADS)}{dice.randint(1, 300)}号{dice.randint(1, 30)}栋"
                   f"{dice.randint(101, 2808)}室",
        "number": identity_number(dice, born, sex),
    }

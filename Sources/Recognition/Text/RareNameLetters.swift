internal import Model

/// Letters of names and places that running text hardly has, and that the recognizer therefore takes for common ones
/// of the same shape: 赟 for 赞, 淼 for 森, 昊 for 吴.
///
/// It may be sure of the wrong one then, but mostly gives the rare one a share, which it seldom does where the common
/// one is right. So where a rare letter is possible at all, the common one is doubtful.
enum RareNameLetters {
  /// What such a letter may claim at most, so that no value with it is sure.
  static let doubt = 0.75
  /// Of letters surely read wrong .56 show this share of the right one; of common letters read right .0065 show it of
  /// a rare one (Tests/bench/rare_letters.py).
  private static let share: Float = 0.005

  /// Whether a frame that was read as one letter may show a rarer one.
  static func mayBeMeant(in frame: [Lattice.Choice], readAs symbol: String) -> Bool {
    frame.contains { choice in
      choice.probability >= share && choice.symbol != symbol && letters.contains(choice.symbol)
    }
  }

  /// Outside the first level of GB/T 2312, whose 3,755 letters are those of running text; used in given names, in
  /// names of companies and in surnames, or in the names of counties.
  private static let letters: Set<String> = Set(
    """
    亓亳仉仝仡佘佟佴侃侑俣俨俪倩倬偃偌偲僖儋兖冼凇厐叡喆嘏噙圳垚垡垭堃堇堉塬妍妗妘妤妫姗姝姣姮娅娆娉娴婕\
    婧婳婵婷婺媛媞嫣嫱嬿宓宸寰岐岑岘岚岢岷峒峥崂崃崆崧崴嵊嵘嵩弈弋彧徕忞怡怿恪恺悝愔愫憬懋懿攸旎旖旻旼昀\
    昇昉昊昕昱昴昶晁晏晔晖晗晞晟晢暄暐暨暻曈曜曦杞枞栩桢桦梓梵棣楠榕槿歙毓汨汶沄沅沐沣沭泓泗泠泫泷泸泺泾\
    洄洮洵洺浉浐浔浠涓涞涿淅淇淏淙淦淼渌渲湉湜湟湲溆溦滏滕滢漪漯潇潢潼澍澔澧濂濉濛濮瀍瀚瀛灏灞炅炘炜炫烜\
    烨焓焘焜焯焱煊煜煦熠熹燊燚犇犍猇猗玑玘玙玟玠玥玮珂珅珈珏珑珙珞珣珥珩珮珲珺琀琇琊琏琚琛琤琦琨琪琬琮琯\
    琰瑀瑄瑗瑛瑜瑭瑷瑾璁璇璋璎璐璜璞璟璠璨璩璿瓒瓯甯皎皓皛盱眙睢睿瞿矜砀硚碶祉祎祐祯祺禛禧禺秭稔稷窦竺笙\
    笪筠筱筼箐箬簌粲綦纾绛绫绮绾缙缪罘罡羿翀翊翎翙翚翮翯翾耒聃聿臧臬芃芊芩芮芷芸芾苒苓苡茆茉茌茗茜荃荇荞\
    荥荻莒莘莙菀菁菡萁萱葳蒯蓁蓓蓥蔺蕙蕲薇薏藁藜蘅虓虔虢蛟衢褀褚覃訾讷诏谌谧谯貂贇贲赜赟轲轶轾辂迩逄逯逵\
    邈邕邗邛邝邡邬邳邴邸郄郅郇郏郓郗郜郢郦郫郯郾鄄鄞鄠鄢鄯鄱酃酆鑫钊钰铄铉铎铖铠铧铨铮锜锟锴镓镔镕闫阆阖\
    阙阚隗隰隽雒雯霁霆霈霏霭靓韫韬頔顼颀颉颢飏飒馥馨骁骅骐骞骢骥髦鲲鳌鳗鸢鹂鹭麒麟黛黟鼐龑龢
    """.map(String.init))
}

extension RecognizedLine {
  /// The line with letters doubted that may be rarer ones.
  func doubtingRareLetters() -> RecognizedLine {
    var line = self
    for index in line.characters.indices where mayBeRarer(index) {
      line.characters[index].probability = min(
        RareNameLetters.doubt, line.characters[index].probability)
    }
    return line
  }

  /// Whether the frame of a character holds a rarer letter possible.
  func mayBeRarer(_ index: Int) -> Bool {
    guard frames.indices.contains(index), lattice.frames.indices.contains(frames[index]) else {
      return false
    }
    return RareNameLetters.mayBeMeant(
      in: lattice.frames[frames[index]], readAs: characters[index].symbol)
  }
}
